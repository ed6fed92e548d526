import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { finalize, type Observable } from 'rxjs';
import { Courtesy } from '../../../use-cases/rebuild/courtesy.js';

/** Notes who asked something and is not answered yet, so that a rebuild rests for so long. */
@Injectable()
export class FirstWhoAsks implements NestInterceptor {
  constructor(private readonly courtesy: Courtesy) {}

  intercept(_context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(finalize(this.courtesy.asks()));
  }
}
