import { describe, expect, it } from 'vitest';
import { SERVICES, serviceOf } from '@/lib/market/tags/aws-services';
import { REGIONS } from '@/lib/market/tags/regions';
import { regionCode, regionsNamedIn, serviceCode, servicesNamedIn } from '@/lib/market/tags/rules';

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
    expect(REGIONS.find(({ code }) => code === 'eu-central-1')?.place).toBe('Europe (Frankfurt)');
    expect(REGIONS.some(({ code }) => code === 'eu-central-9')).toBe(false);
  });
});

describe('a tag', () => {
  it('is found by code, name, other word, with or without the maker in front', () => {
    for (const word of ['ec2', 'EC2', 'Amazon EC2', ' aws  ec2 ', 'virtual machine'])
      expect(serviceCode(word)).toBe('ec2');
    expect(serviceCode('postgres')).toBe('rds');
    expect(serviceCode('AWS Batch')).toBe('batch');
    expect(serviceCode('Azure')).toBeNull();
    expect(regionCode('EU-West-1')).toBe('eu-west-1');
    expect(regionCode('Europe (Ireland)')).toBe('eu-west-1');
  });

  it('is suggested by a text that names it, in order, and not by ordinary words', () => {
    expect(servicesNamedIn('ECS tasks cannot reach RDS after a change of the VPC')).toEqual([
      'ecs',
      'rds',
      'vpc',
    ]);
    expect(servicesNamedIn('Move 300 GB of MySQL to Aurora, with Glue')).toEqual(['rds', 'aurora', 'glue']);
    expect(servicesNamedIn('We glue things together and connect a shield to the config')).toEqual([]);
    expect(servicesNamedIn('')).toEqual([]);
    expect(regionsNamedIn('From us-east-1 to Frankfurt')).toEqual(['us-east-1', 'eu-central-1']);
    expect(regionsNamedIn('In the Central office')).toEqual([]);
  });
});
