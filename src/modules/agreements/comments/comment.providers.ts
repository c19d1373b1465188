import { CommentLoader, CommentReader } from './comment.reader.js';
import { CommentRepository } from './comment.repository.js';
import {
  AgreementCommentsResolver,
  CommentFieldsResolver,
  CommentReplyResolver,
  CommentResolver,
} from './comment.resolver.js';
import { CommentService } from './comment.service.js';

/** What the module provides for comments on clauses. */
export const COMMENTS = [
  CommentRepository,
  CommentReader,
  CommentLoader,
  CommentService,
  CommentResolver,
  AgreementCommentsResolver,
  CommentFieldsResolver,
  CommentReplyResolver,
];
