export { StatisticsModule } from './statistics.module.js';
export { FIGURE_NAMES, type FigureName } from './statistics.figures.js';
export { StatisticsReader, type FigureQuery } from './statistics.reader.js';
