import { describe, expect, it } from '@jest/globals';
import { javaMajor, javaRefusal } from './java.js';
import { downloadRefusal } from './kafka-jars.js';

describe('the version of Java', () => {
  it.each([
    ['openjdk version "17.0.15" 2025-04-15', 17],
    ['openjdk version "21" 2023-09-19', 21],
    ['java version "1.8.0_401"', 8],
    ['The operation couldn’t be completed.', null],
  ])('in %s is %s', (printed, major) => {
    expect(javaMajor(printed)).toBe(major);
  });

  it('is enough from 17 on', () => {
    expect(javaRefusal('openjdk version "17.0.1"')).toBeNull();
    expect(javaRefusal('openjdk version "16.0.2"')).toMatch(/this is Java 16\. Install it .*openjdk-17/);
  });

  it('is missed by name when there is none', () => {
    expect(javaRefusal(null)).toMatch(/no Java was found\. Install it/);
  });
});

describe('jars that cannot be fetched', () => {
  it('for want of Maven: says how to get it', () => {
    expect(downloadRefusal(true, '')).toMatch(/no mvn was found\. Install it .*apt-get install maven/);
  });

  it('for want of a connection: says what Maven says, in one line', () => {
    const output =
      '[INFO] …\n[ERROR] Unknown host repo.example\n[ERROR] Re-run Maven using -X\n    at org.apache';
    const sentence = downloadRefusal(false, output);
    expect(sentence).toContain("Maven could not fetch Kafka's jars: Unknown host repo.example");
    expect(sentence).not.toContain('\n');
  });
});
