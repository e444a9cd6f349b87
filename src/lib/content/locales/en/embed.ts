/** English words of a frame on another page that not every frame needs. */
export const embed = {
  lens: 'Lens',
  tooLow: 'Too low a frame for the picture. In words:',
  brokenIn: 'The break-in, and who says so',
  tools: 'The tools, and where their work is described',
};
