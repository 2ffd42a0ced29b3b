/**
 * A line which states that the paper belongs to the owner. It is a row in the head of each table, because browsers
 * repeat table heads on every page.
 */
import { useTexts } from '../../../page-context.ts';

export function OwnerMark({ columns }: { columns: number }) {
  const { own } = useTexts('monthExport');
  return (
    <tr>
      <th class="mark" colSpan={columns}>
        {own.mark}
      </th>
    </tr>
  );
}
