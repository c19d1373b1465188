import { CreateProfile } from '@/graphql/generated/features/profiles/profile';
import { StepForm } from '../step-form';
import { orNull, useSave } from '../use-save';
import { BasicFields, type BasicValues } from './basic-fields';

/** The first step makes the profile. */
export function CreateStep({ name }: { readonly name: string }) {
  const run = useSave(CreateProfile);
  return (
    <StepForm<BasicValues>
      step="basics"
      isFirst
      initialValues={{ fullName: name }}
      run={({ fullName, headline, summary, homeRegionCode, availableFrom }) =>
        run({
          fullName: fullName ?? '',
          headline: orNull(headline),
          summary: orNull(summary),
          homeRegionCode: orNull(homeRegionCode),
          availableFrom: orNull(availableFrom),
        })
      }
    >
      {() => <BasicFields />}
    </StepForm>
  );
}
