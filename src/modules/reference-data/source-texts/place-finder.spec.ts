import { PlaceFinder, type PlaceRegion } from './place-finder.js';

const regions: PlaceRegion[] = [
  { id: 'js', parentId: null, level: 1, name: '江苏省' },
  { id: 'sz', parentId: 'js', level: 2, name: '苏州市' },
  { id: 'sip', parentId: 'sz', level: 3, name: '苏州工业园区' },
  { id: 'ks', parentId: 'sz', level: 3, name: '昆山市' },
  { id: 'gd', parentId: null, level: 1, name: '广东省' },
  { id: 'shenzhen', parentId: 'gd', level: 2, name: '深圳市' },
  { id: 'baoan', parentId: 'shenzhen', level: 3, name: '宝安区' },
  { id: 'gz', parentId: 'gd', level: 2, name: '广州市' },
  { id: 'tianhe', parentId: 'gz', level: 3, name: '天河区' },
  { id: 'sh', parentId: null, level: 1, name: '上海市' },
  { id: 'sh-city', parentId: 'sh', level: 2, name: '上海市' },
  { id: 'pudong', parentId: 'sh-city', level: 3, name: '浦东新区' },
  { id: 'gulou-1', parentId: 'gz', level: 3, name: '鼓楼区' },
  { id: 'gulou-2', parentId: 'sz', level: 3, name: '鼓楼区' },
];
const finder = new PlaceFinder(regions);

describe('PlaceFinder', () => {
  it.each([
    ['江苏省苏州工业园区', 'sip'],
    ['江苏省苏州', 'sz'],
    ['苏州昆山', 'ks'],
    ['深圳宝安区西乡街道', 'baoan'],
    ['广州天河区', 'tianhe'],
    ['上海上海浦东新区', 'pudong'],
    ['上海浦东新区', 'pudong'],
    ['昆山市花桥镇', 'ks'],
    ['鼓楼区', null],
    ['天河路490号', null],
    ['', null],
  ])('finds %s', (text, id) => {
    expect(finder.find(text)).toBe(id);
  });
});
