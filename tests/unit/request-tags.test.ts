import { describe, expect, it } from 'vitest';
import { SERVICES, serviceOf } from '@/lib/requests/aws-services';
import { REGIONS, regionOf } from '@/lib/requests/regions';

describe('the tags of a request', () => {
  it('have about 150 services, each with a code and a name of its own', () => {
    expect(SERVICES.length).toBeGreaterThanOrEqual(150);
    expect(new Set(SERVICES.map(({ code }) => code)).size).toBe(SERVICES.length);
    expect(new Set(SERVICES.map(({ name }) => name.toLowerCase())).size).toBe(SERVICES.length);
    for (const { code, name } of SERVICES) {
      expect(code).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(name).toMatch(/^\S.*\S$/);
    }
  });

  it('mean one service by each other word', () => {
    const words = SERVICES.flatMap(({ also }) => also ?? []);
    expect(words.filter((word) => word !== word.toLowerCase() || word !== word.trim())).toEqual([]);
    expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
  });

  it("have AWS's Regions with their places", () => {
    expect(new Set(REGIONS.map(({ code }) => code)).size).toBe(REGIONS.length);
    expect(new Set(REGIONS.map(({ place }) => place)).size).toBe(REGIONS.length);
    for (const { code } of REGIONS) expect(code).toMatch(/^[a-z]{2,4}(-gov)?(-[a-z]+)+-\d$/);
  });

  it('are found by their code alone', () => {
    expect(serviceOf('ec2')?.name).toBe('EC2');
    expect(serviceOf('EC2')).toBeNull();
    expect(regionOf('eu-central-1')?.place).toBe('Europe (Frankfurt)');
    expect(regionOf('eu-central-9')).toBeNull();
  });
});
