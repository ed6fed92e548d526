import { describe, expect, it } from '@jest/globals';
import { reaches } from './regions.js';

describe('the regions that somebody may see', () => {
  it('reach themselves and what lies below', () => {
    expect(reaches(['33.72'], '33.72')).toBe(true);
    expect(reaches(['33.72'], '33.72.05.1011')).toBe(true);
    expect(reaches(['33.11', '33.72'], '33.72.05')).toBe(true);
  });

  it('reach nothing beside or above them', () => {
    expect(reaches(['33.72'], '33.7')).toBe(false);
    expect(reaches(['33.72'], '33.73')).toBe(false);
    expect(reaches(['33.7'], '33.72')).toBe(false);
    expect(reaches(['33.72'], '33')).toBe(false);
    expect(reaches([], '33')).toBe(false);
  });

  it('reach what has no place only when they are everything', () => {
    expect(reaches(['33'], null)).toBe(false);
    expect(reaches(['ID'], null)).toBe(true);
    expect(reaches(null, null)).toBe(true);
  });
});
