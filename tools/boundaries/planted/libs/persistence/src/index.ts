export const persistence = 1;
