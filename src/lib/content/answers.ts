/** Printed answers to `uname` and `os-release`, with where each comes from. */
import type { AnswerShelf } from '../model/kernel/answers.ts';
import answers from './answers/answers.json';

export const answerShelf: AnswerShelf = answers;
