import '../views/view.js';
