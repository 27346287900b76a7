import type { Recipe } from '../recipe.ts';
import type { ProxyPlan } from './proxy-plan.ts';

export type ProxyRecipeMaker<Id extends string> = (plan: ProxyPlan) => Recipe<Id>;
