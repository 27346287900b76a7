import type { HeaderLine } from '../../../cors/header-list.ts';

/** The page of most samples. */
export const page = 'https://app.shop.test';

/** All that Chromium says of a request that it refused. */
export const failed = 'net::ERR_FAILED';

export const cookie: HeaderLine = ['Cookie', 'session=8f2c61'];
export const json: HeaderLine = ['Content-Type', 'application/json'];
export const credentials: HeaderLine = ['Access-Control-Allow-Credentials', 'true'];
export const vary: HeaderLine = ['Vary', 'Origin'];

export const allow = (value: string): HeaderLine => ['Access-Control-Allow-Origin', value];
export const methods = (value: string): HeaderLine => ['Access-Control-Allow-Methods', value];
export const headers = (value: string): HeaderLine => ['Access-Control-Allow-Headers', value];
export const maxAge = (value: string): HeaderLine => ['Access-Control-Max-Age', value];
