import { useEffect, useEffectEvent, useRef } from 'react';
import { useTheme } from '../theme';
import './chart.css';

export interface ChartPoint {
  /** What a click on it leads to; null when nowhere. */
  readonly key: string | null;
  readonly label: string;
  readonly value: number;
}

export interface ChartProps {
  /** Says what is drawn; the data itself stands in a table beside it. */
  readonly label: string;
  readonly seriesName: string;
  /** Lines for time, bars for parts. */
  readonly kind: 'line' | 'bar';
  readonly points: readonly ChartPoint[];
  readonly onChoose?: (key: string) => void;
}

const BAR_HEIGHT = 34;

/** Drawn on a canvas; the library is loaded with the first chart only. */
export function Chart({ label, seriesName, kind, points, onChoose }: ChartProps) {
  const theme = useTheme();
  const box = useRef<HTMLDivElement>(null);
  const choose = useEffectEvent((index: number) => {
    const key = points[index]?.key;
    if (key != null) onChoose?.(key);
  });
  const data = JSON.stringify(points);
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    let dispose = (): void => undefined;
    let isGone = false;
    const shown = JSON.parse(data) as ChartPoint[];
    element.style.height = kind === 'bar' ? `${shown.length * BAR_HEIGHT + 48}px` : '300px';
    void import('./echarts').then(({ init }) => {
      if (isGone) return;
      const chart = init(element);
      chart.setOption(optionOf(kind, seriesName, shown, element));
      chart.on('click', ({ dataIndex }) => choose(dataIndex));
      const observer = new ResizeObserver(() => chart.resize());
      observer.observe(element);
      dispose = () => {
        observer.disconnect();
        chart.dispose();
      };
    });
    return () => {
      isGone = true;
      dispose();
    };
  }, [kind, seriesName, data, theme]);
  return <div ref={box} className="gq-chart" role="img" aria-label={label} />;
}

function optionOf(
  kind: ChartProps['kind'],
  seriesName: string,
  points: readonly ChartPoint[],
  element: HTMLElement,
) {
  const style = getComputedStyle(element);
  const colour = (name: string): string => style.getPropertyValue(name).trim();
  const names = points.map(({ label }) => label);
  const soft = { color: colour('--gq-text-soft'), fontFamily: style.fontFamily };
  const line = { lineStyle: { color: colour('--gq-line') } };
  const category = {
    type: 'category' as const,
    data: names,
    axisLabel:
      kind === 'bar'
        ? { ...soft, width: 120, overflow: 'break' as const, lineHeight: 14 }
        : { ...soft, width: 80, overflow: 'truncate' as const },
    axisLine: line,
    axisTick: { show: false },
  };
  const value = {
    type: 'value' as const,
    minInterval: 1,
    axisLabel: soft,
    splitLine: line,
  };
  return {
    animation: !window.matchMedia('(prefers-reduced-motion: reduce)').matches,
    textStyle: { fontFamily: style.fontFamily },
    color: [colour('--gq-accent')],
    grid: { left: 8, right: 40, top: 16, bottom: 8, containLabel: true },
    // HTML tooltips would need inline styles, which the content security policy forbids.
    tooltip: {
      trigger: 'axis' as const,
      renderMode: 'richText' as const,
      backgroundColor: colour('--gq-surface'),
      borderColor: colour('--gq-line'),
      textStyle: { color: colour('--gq-text'), fontFamily: style.fontFamily },
    },
    xAxis: kind === 'bar' ? value : category,
    yAxis: kind === 'bar' ? { ...category, inverse: true } : value,
    series: [
      {
        name: seriesName,
        type: kind,
        data: points.map((point) => point.value),
        barMaxWidth: 20,
        symbolSize: 7,
        label: { show: kind === 'bar', position: 'right' as const, ...soft },
        itemStyle: { borderRadius: 3 },
      },
    ],
  };
}
