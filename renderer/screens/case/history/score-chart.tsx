// The scores of one scale over time, drawn. The table below says the same in words.
import { LineChart } from '@mantine/charts';
import type { ScaleId } from '../../../../shared/model/record.ts';
import { SCALE_NAMES } from '../../../wording/care.ts';
import { shortDate } from '../../../wording/format.ts';
import { bandsOf, scaleRange } from '../../../wording/scales.ts';
import { changeInWords, type ScorePoint } from './rows.ts';

interface ScoreChartProps {
  readonly scale: ScaleId;
  readonly points: readonly ScorePoint[];
}

/** Dashed lines mark where the next heavier range begins, named at the line. */
export function ScoreChart({ scale, points }: ScoreChartProps) {
  const { min, max } = scaleRange(scale);
  const day = (time: number) => shortDate(new Date(time).toISOString().slice(0, 10));
  return (
    <div role="img" aria-label={`${SCALE_NAMES[scale]} over time: ${changeInWords(points)}. The table says the same.`}>
      <LineChart
        h={240}
        my="sm"
        data={[...points]}
        dataKey="time"
        series={[{ name: 'value', label: 'Score', color: 'light-dark(#1d6556, #8abdb1)' }]}
        curveType="linear"
        strokeWidth={2.5}
        dotProps={{ r: 5 }}
        textColor="dimmed"
        accessibilityLayer={false}
        lineProps={{ isAnimationActive: false }}
        xAxisProps={{
          type: 'number',
          scale: 'time',
          domain: ['dataMin', 'dataMax'],
          ticks: [...new Set(points.map(({ time }) => time))],
          tickFormatter: day,
          padding: { left: 24, right: 24 },
        }}
        yAxisProps={{ domain: [min, max] }}
        // While nothing is pointed at, the tooltip has no time.
        tooltipProps={{ labelFormatter: (time) => (typeof time === 'number' ? day(time) : '') }}
        referenceLines={bandsOf(scale)
          .filter(({ from }) => from > min)
          .map(({ from, name }) => ({
            y: from,
            label: `${name} from ${from}`,
            labelPosition: 'insideTopRight' as const,
            color: 'dimmed',
            strokeDasharray: '4 4',
          }))}
      />
    </div>
  );
}
