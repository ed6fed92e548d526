import './other-half-of-a-circle.js';
