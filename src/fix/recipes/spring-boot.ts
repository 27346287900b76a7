import { code } from '../../explain/quote.ts';
import { rich } from '../../explain/rich-text.ts';
import { doubleQuoted, list } from './literal.ts';
import { mark, markIf, type RecipeMaker, snippet } from './recipe.ts';
import { policyNotes } from './recipe-notes.ts';

/** A filter of its own, rather than `addCorsMappings`: it also covers error answers, and stands before Spring Security. */
export const springBoot: RecipeMaker<'spring-boot'> = (policy) => ({
  id: 'spring-boot',
  name: 'Spring Boot',
  parts: [
    {
      where: 'in CorsConfig.java, beside the application class (add its package line)',
      language: 'java',
      lines: snippet(
        'import java.util.List;',
        'import org.springframework.boot.web.servlet.FilterRegistrationBean;',
        'import org.springframework.context.annotation.Bean;',
        'import org.springframework.context.annotation.Configuration;',
        'import org.springframework.core.Ordered;',
        'import org.springframework.web.cors.CorsConfiguration;',
        'import org.springframework.web.cors.UrlBasedCorsConfigurationSource;',
        'import org.springframework.web.filter.CorsFilter;',
        '',
        '@Configuration',
        'public class CorsConfig {',
        '    @Bean',
        '    public FilterRegistrationBean<CorsFilter> corsFilter() {',
        '        CorsConfiguration cors = new CorsConfiguration();',
        mark(
          `        cors.setAllowedOrigins(List.of(${policy.anyOrigin ? '"*"' : list(policy.origins, doubleQuoted)}));`,
        ),
        mark(`        cors.setAllowedMethods(List.of(${list(policy.methods, doubleQuoted)}));`),
        mark(`        cors.setAllowedHeaders(List.of(${list(policy.requestHeaders, doubleQuoted)}));`),
        markIf(
          policy.exposedHeaders.length > 0,
          `        cors.setExposedHeaders(List.of(${list(policy.exposedHeaders, doubleQuoted)}));`,
        ),
        markIf(policy.credentials, '        cors.setAllowCredentials(true);'),
        `        cors.setMaxAge(${policy.maxAge}L);`,
        '',
        '        UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();',
        '        source.registerCorsConfiguration("/**", cors);',
        '        FilterRegistrationBean<CorsFilter> filter = new FilterRegistrationBean<>(new CorsFilter(source));',
        '        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);',
        '        return filter;',
        '    }',
        '}',
      ),
    },
  ],
  notes: [
    rich`The filter runs before Spring Security, so a preflight needs no login. Remove ${code('@CrossOrigin')} and ${code('addCorsMappings')} where they say something else.`,
    ...policyNotes(policy),
  ],
  docs: 'https://docs.spring.io/spring-framework/reference/web/webmvc-cors.html',
  install: null,
});
