// Loaded before a service's own code with `node --import`: the services know nothing of being killed.
import { wrapAnswers } from './wrap-answers.js';
import { wrapPublishing } from './wrap-publishing.js';
import { wrapStatements } from './wrap-statements.js';

wrapPublishing();
wrapAnswers();
wrapStatements();
