/** English words of a lesson in a course system or in a file of its own. */
export const coursePlayer = {
  finish: 'Finish',
  finished: 'Handed to your course',
  unfinished: 'Kept in your course',
  status: {
    incomplete: 'Not finished yet. What is left:',
    completed: 'You have completed this lesson.',
    passed: 'You have passed this lesson.',
    failed: 'You have not passed this lesson yet. Open it again to change your answers.',
  },
  step: (number: number, title: string) => `Step ${number}, ${title}`,
  unseen: 'not seen yet',
  unanswered: 'its question is not answered',
  goOn: 'Go on there, or close this page and come back to this place.',
  score: (score: number, passMark: number | null) =>
    passMark === null
      ? `Your score is ${score} %.`
      : `Your score is ${score} %. It takes ${passMark} % to pass.`,
  close: 'You can close this page. What you do here from now on is not recorded.',
};
