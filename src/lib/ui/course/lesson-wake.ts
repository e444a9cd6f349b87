/** Starts a lesson that lies in a file of its own: an entry of the classic client (`.ci/classic`). */
import { mount } from 'svelte';
import '../../../app.css';
import { LESSON_DATA_ID, readCourseData } from './course-data.ts';
import CoursePlayer from './CoursePlayer.svelte';

const target = document.getElementById('app');
const data = document.getElementById(LESSON_DATA_ID)?.textContent;
if (target && data) mount(CoursePlayer, { target, props: { data: readCourseData(data) } });
