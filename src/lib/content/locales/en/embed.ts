/** English words of a frame on another page that not every frame needs. */
export const embed = {
  lens: 'Lens',
};
