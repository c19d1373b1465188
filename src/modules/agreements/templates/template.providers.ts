import { TemplateFiller } from './template-filler.service.js';
import { TemplateReader } from './template.reader.js';
import { TemplateRepository } from './template.repository.js';
import { TemplateFieldsResolver, TemplateResolver } from './template.resolver.js';
import { TemplateService } from './template.service.js';

/** What the module provides for templates. */
export const TEMPLATES = [
  TemplateRepository,
  TemplateReader,
  TemplateService,
  TemplateFiller,
  TemplateResolver,
  TemplateFieldsResolver,
];
