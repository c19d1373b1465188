import { stableId } from '../../src/modules/reference-data/loader/stable-id.js';

/** Codes that specs of every module may use; the code tables are in each test database. */
export const REGION = {
  jiangsu: '320000',
  suzhou: '320500',
  wuzhong: '320506',
  industrialPark: '320576',
  industrialParkFormerly: '320571',
  mudu: '320506103',
  guizhou: '520000',
  tongren: '520600',
} as const;

export const OCCUPATION = {
  /** A major group. */
  manufacturing: '6',
  welder: '6-18-02-04',
} as const;

export const COLLEGE = {
  suzhouHealth: '4132012688',
  suzhouArts: '4132010960',
} as const;

/** Id of the region whose code it has always been; the industrial park goes by its name. */
export function regionId(code: string): string {
  const isPark = code === REGION.industrialPark || code === REGION.industrialParkFormerly;
  return stableId(`region:${isPark ? 'suzhou-industrial-park' : code}`);
}

export function collegeId(ministryCode: string): string {
  return stableId(`college:${ministryCode}`);
}
