import './no-circles.js';
