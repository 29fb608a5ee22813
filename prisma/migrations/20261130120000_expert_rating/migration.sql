-- A person's stars are those of the jobs that they did; a company's are of all of its people's. Until now every expert bore the
-- company's, and one bad review of one of them hung on all.
CREATE FUNCTION directory_expert_rating(expert uuid, OUT sum bigint, OUT reviews bigint, OUT average numeric) LANGUAGE sql STABLE
RETURN (SELECT (sum(r.stars), count(*), avg(r.stars)) FROM "review" r WHERE r."expertId" = expert AND r.status = 'published');

CREATE OR REPLACE VIEW expert_entry_truth AS
SELECT e.id, e."companyId",
  directory_standing(rating.sum, rating.reviews, greatest(e."publishedAt", answered.at)) AS standing,
  jsonb_build_object('name', p.name, 'timeZone', p."timeZone", 'photo', f.hash, 'headline', e.headline, 'languages', e.languages,
    'rateFromMinor', e."rateFromMinor", 'rateToMinor', e."rateToMinor", 'currency', e.currency, 'companyId', c.id, 'companyName', c.name,
    'country', c.country, 'freelancer', c.freelancer, 'partner', c.partner, 'stars', round(rating.average * 100)::int,
    'reviews', rating.reviews, 'codes', held.codes) AS card,
  to_tsvector('simple', unaccent(p.name))
    || to_tsvector('english', unaccent(concat_ws(E'\n', p.name, c.name, e.headline, e.summary, e.experience,
      CASE WHEN e."sharesCompany" THEN c.about END)))
    || array_to_tsvector(directory_tags(c.country, c.freelancer, c.partner, held.codes, e.languages, e."rateFromMinor", rating.average))
    || array_to_tsvector(ARRAY(SELECT '=name:' || word FROM name_words(p.name || ' ' || c.name) AS word)) AS search
FROM "expert" e
JOIN "person" p ON p.id = e."personId"
JOIN "company" c ON c.id = e."companyId"
LEFT JOIN "person_photo" f ON f."personId" = p.id
CROSS JOIN LATERAL directory_expert_rating(e.id) AS rating
CROSS JOIN LATERAL (SELECT max(a."createdAt") AS at FROM "response" a WHERE a."expertId" = e.id AND a.origin = 'answer') AS answered
CROSS JOIN LATERAL (SELECT coalesce(array_agg(DISTINCT h.code ORDER BY h.code), '{}') AS codes FROM "certification" h
  WHERE h."expertId" = e.id AND h.status = 'verified') AS held
WHERE e."publishedAt" IS NOT NULL AND e."leftAt" IS NULL AND p."suspendedAt" IS NULL
  AND c."suspendedAt" IS NULL AND c."closedAt" IS NULL;

SELECT directory_refresh("companyId", NULL) FROM (SELECT DISTINCT "companyId" FROM "review") AS reviewed;
