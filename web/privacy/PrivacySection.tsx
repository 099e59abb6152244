import { DeletePart } from './DeletePart.tsx';
import { ExportPart } from './ExportPart.tsx';
import './privacy.css';

/** A person's own data in the settings: to take along, and to have deleted (WEB-6). */
export default function PrivacySection() {
  return (
    <>
      <ExportPart />
      <DeletePart />
    </>
  );
}
