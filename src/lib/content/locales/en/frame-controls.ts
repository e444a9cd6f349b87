/** English words of a frame's row of controls alone. */
export const frameControls = {
  key: 'Key',
  keyTitle: 'What the fills and outlines mean',
  unselect: 'Take the selection away',
};
