// #embed (C23) takes the files from where people edit them: no second copy, and a rebuild when they change.
// Swift's own embedInCode spends 0.4 ms of compile time a byte; this spends none.
#include "CEmbedded.h"

static const unsigned char english[] = {
#embed "../Phrases/Resources/en.json"
};
static const unsigned char chinese[] = {
#embed "../Phrases/Resources/zh.json"
};
static const unsigned char arabic[] = {
#embed "../Phrases/Resources/ar.json"
};
static const unsigned char french[] = {
#embed "../Phrases/Resources/fr.json"
};
static const unsigned char russian[] = {
#embed "../Phrases/Resources/ru.json"
};
static const unsigned char spanish[] = {
#embed "../Phrases/Resources/es.json"
};
static const unsigned char documents[] = {
#embed "../Phrases/Resources/documents.json"
};
static const unsigned char glossary[] = {
#embed "../Phrases/Resources/glossary.tsv"
};
static const unsigned char phraseSources[] = {
#embed "../Phrases/Resources/sources.tsv"
};
static const unsigned char phraseWidths[] = {
#embed "../Phrases/Resources/widths.tsv"
};
static const unsigned char phrasePlaces[] = {
#embed "../Phrases/Resources/where.tsv"
};
static const unsigned char decision[] = {
#embed "../Model/Resources/decision.json"
};
static const unsigned char labels[] = {
#embed "../Model/Resources/labels.tsv"
};
static const unsigned char mandate[] = {
#embed "../Model/Resources/mandate.json"
};
static const unsigned char mandateTexts[] = {
#embed "../Model/Resources/mandate-texts.tsv"
};
static const unsigned char countries[] = {
#embed "../Model/Resources/countries.tsv"
};
static const unsigned char countryNames[] = {
#embed "../Model/Resources/country-names.tsv"
};
static const unsigned char nameWords[] = {
#embed "../Model/Resources/name-words.tsv"
};
static const unsigned char nicknames[] = {
#embed "../Model/Resources/nicknames.tsv"
};
static const unsigned char latinLetters[] = {
#embed "../Model/Resources/latin-letters.tsv"
};
static const unsigned char hanForms[] = {
#embed "../Model/Resources/han-forms.tsv"
};
static const unsigned char hanReadings[] = {
#embed "../Model/Resources/han-readings.tsv"
};
static const unsigned char regions[] = {
#embed "../Model/Resources/regions.tsv"
};
static const unsigned char languages[] = {
#embed "../Model/Resources/languages.tsv"
};
static const unsigned char windowsZones[] = {
#embed "../Model/Resources/windows-zones.tsv"
};
static const unsigned char zoneNames[] = {
#embed "../Model/Resources/zone-names.tsv"
};
static const unsigned char htmlReferences[] = {
#embed "../Interchange/Resources/html-references.tsv"
};
static const unsigned char calendarScript[] = {
#embed "../Interchange/Resources/calendar.js"
};
static const unsigned char ledgerScript[] = {
#embed "../Interchange/Resources/ledger.js"
};
static const unsigned char pageScript[] = {
#embed "../Interchange/Resources/page.js"
};
static const unsigned char registerScript[] = {
#embed "../Interchange/Resources/register.js"
};
static const unsigned char wording[] = {
#embed "../Model/Resources/wording.json"
};
static const unsigned char dark[] = {
#embed "../../themes/dark.toml"
};
static const unsigned char light[] = {
#embed "../../themes/light.toml"
};
static const unsigned char highContrast[] = {
#embed "../../themes/high-contrast.toml"
};
static const unsigned char plain[] = {
#embed "../../themes/plain.toml"
};
static const unsigned char monochrome[] = {
#embed "../../themes/monochrome.toml"
};
static const unsigned char sampleStakeholders[] = {
#embed "../../sample-data/stakeholders.csv"
};
static const unsigned char sampleActivities[] = {
#embed "../../sample-data/activities.csv"
};
static const unsigned char sampleLaunches[] = {
#embed "../../sample-data/launches.csv"
};
static const unsigned char sampleCells[] = {
#embed "../../sample-data/launch.csv"
};
static const unsigned char sampleEvidence[] = {
#embed "../../sample-data/evidence.csv"
};
static const unsigned char sampleMeasures[] = {
#embed "../../sample-data/measures.csv"
};
static const unsigned char sampleEngagements[] = {
#embed "../../sample-data/engagements.csv"
};
static const unsigned char sampleRequests[] = {
#embed "../../sample-data/requests.csv"
};
static const unsigned char sampleFocalPoints[] = {
#embed "../../sample-data/focal-points.csv"
};
static const unsigned char sampleViews[] = {
#embed "../../sample-data/views.csv"
};
static const unsigned char samplePlans[] = {
#embed "../../sample-data/plans.csv"
};
static const unsigned char sampleOccurrences[] = {
#embed "../../sample-data/occurrences.csv"
};
static const unsigned char sampleCards[] = {
#embed "../../sample-data/cards.csv"
};
static const unsigned char sampleEvents[] = {
#embed "../../sample-data/events.csv"
};
static const unsigned char sampleBudget[] = {
#embed "../../sample-data/budget-lines.csv"
};
static const unsigned char sampleProducts[] = {
#embed "../../sample-data/products.csv"
};
static const unsigned char sampleTranslations[] = {
#embed "../../sample-data/translations.csv"
};
static const unsigned char sampleRulings[] = {
#embed "../../sample-data/rulings.csv"
};
static const unsigned char sampleSpokespersons[] = {
#embed "../../sample-data/spokespersons.csv"
};
static const unsigned char sampleEnquiries[] = {
#embed "../../sample-data/enquiries.csv"
};
static const unsigned char sampleMaterials[] = {
#embed "../../sample-data/materials.csv"
};
static const unsigned char sampleCoverage[] = {
#embed "../../sample-data/coverage.csv"
};
static const unsigned char sampleFeeds[] = {
#embed "../../sample-data/feeds.csv"
};
static const unsigned char sampleResponses[] = {
#embed "../../sample-data/responses.csv"
};
static const unsigned char sampleOpportunities[] = {
#embed "../../sample-data/opportunities.csv"
};
static const unsigned char sampleCalls[] = {
#embed "../../sample-data/calls.csv"
};
static const unsigned char sampleComments[] = {
#embed "../../sample-data/comments.csv"
};
static const unsigned char sampleConcerns[] = {
#embed "../../sample-data/concerns.csv"
};
static const unsigned char sampleProposals[] = {
#embed "../../sample-data/proposals.csv"
};
static const unsigned char sampleRisks[] = {
#embed "../../sample-data/risks.csv"
};
static const unsigned char samplePartnerships[] = {
#embed "../../sample-data/partnerships.csv"
};
static const unsigned char sampleMessages[] = {
#embed "../../sample-data/messages.csv"
};
static const unsigned char sampleFocusGroups[] = {
#embed "../../sample-data/focus-groups.csv"
};
static const unsigned char sampleQuestions[] = {
#embed "../../sample-data/questions.csv"
};
static const unsigned char sampleSurveys[] = {
#embed "../../sample-data/surveys.csv"
};
static const unsigned char sampleSurveyResponses[] = {
#embed "../../sample-data/survey-responses.csv"
};
static const unsigned char sampleInvitations[] = {
#embed "../../sample-data/invitations.csv"
};

#define EMBEDDED(name, variable) {name, variable, sizeof variable}

static const EmbeddedFile files[] = {
    EMBEDDED("phrases/en.json", english),
    EMBEDDED("phrases/zh.json", chinese),
    EMBEDDED("phrases/ar.json", arabic),
    EMBEDDED("phrases/fr.json", french),
    EMBEDDED("phrases/ru.json", russian),
    EMBEDDED("phrases/es.json", spanish),
    EMBEDDED("phrases/documents.json", documents),
    EMBEDDED("phrases/glossary.tsv", glossary),
    EMBEDDED("phrases/sources.tsv", phraseSources),
    EMBEDDED("phrases/widths.tsv", phraseWidths),
    EMBEDDED("phrases/where.tsv", phrasePlaces),
    EMBEDDED("decision.json", decision),
    EMBEDDED("labels.tsv", labels),
    EMBEDDED("mandate.json", mandate),
    EMBEDDED("mandate-texts.tsv", mandateTexts),
    EMBEDDED("countries.tsv", countries),
    EMBEDDED("country-names.tsv", countryNames),
    EMBEDDED("name-words.tsv", nameWords),
    EMBEDDED("nicknames.tsv", nicknames),
    EMBEDDED("latin-letters.tsv", latinLetters),
    EMBEDDED("han-forms.tsv", hanForms),
    EMBEDDED("han-readings.tsv", hanReadings),
    EMBEDDED("regions.tsv", regions),
    EMBEDDED("languages.tsv", languages),
    EMBEDDED("windows-zones.tsv", windowsZones),
    EMBEDDED("zone-names.tsv", zoneNames),
    EMBEDDED("html-references.tsv", htmlReferences),
    EMBEDDED("calendar.js", calendarScript),
    EMBEDDED("ledger.js", ledgerScript),
    EMBEDDED("page.js", pageScript),
    EMBEDDED("register.js", registerScript),
    EMBEDDED("wording.json", wording),
    EMBEDDED("themes/dark.toml", dark),
    EMBEDDED("themes/light.toml", light),
    EMBEDDED("themes/high-contrast.toml", highContrast),
    EMBEDDED("themes/monochrome.toml", monochrome),
    EMBEDDED("themes/plain.toml", plain),
    EMBEDDED("sample-data/stakeholders.csv", sampleStakeholders),
    EMBEDDED("sample-data/activities.csv", sampleActivities),
    EMBEDDED("sample-data/launches.csv", sampleLaunches),
    EMBEDDED("sample-data/launch.csv", sampleCells),
    EMBEDDED("sample-data/evidence.csv", sampleEvidence),
    EMBEDDED("sample-data/measures.csv", sampleMeasures),
    EMBEDDED("sample-data/engagements.csv", sampleEngagements),
    EMBEDDED("sample-data/requests.csv", sampleRequests),
    EMBEDDED("sample-data/focal-points.csv", sampleFocalPoints),
    EMBEDDED("sample-data/views.csv", sampleViews),
    EMBEDDED("sample-data/plans.csv", samplePlans),
    EMBEDDED("sample-data/occurrences.csv", sampleOccurrences),
    EMBEDDED("sample-data/cards.csv", sampleCards),
    EMBEDDED("sample-data/events.csv", sampleEvents),
    EMBEDDED("sample-data/budget-lines.csv", sampleBudget),
    EMBEDDED("sample-data/products.csv", sampleProducts),
    EMBEDDED("sample-data/translations.csv", sampleTranslations),
    EMBEDDED("sample-data/rulings.csv", sampleRulings),
    EMBEDDED("sample-data/spokespersons.csv", sampleSpokespersons),
    EMBEDDED("sample-data/enquiries.csv", sampleEnquiries),
    EMBEDDED("sample-data/materials.csv", sampleMaterials),
    EMBEDDED("sample-data/coverage.csv", sampleCoverage),
    EMBEDDED("sample-data/feeds.csv", sampleFeeds),
    EMBEDDED("sample-data/responses.csv", sampleResponses),
    EMBEDDED("sample-data/opportunities.csv", sampleOpportunities),
    EMBEDDED("sample-data/calls.csv", sampleCalls),
    EMBEDDED("sample-data/comments.csv", sampleComments),
    EMBEDDED("sample-data/concerns.csv", sampleConcerns),
    EMBEDDED("sample-data/proposals.csv", sampleProposals),
    EMBEDDED("sample-data/risks.csv", sampleRisks),
    EMBEDDED("sample-data/partnerships.csv", samplePartnerships),
    EMBEDDED("sample-data/messages.csv", sampleMessages),
    EMBEDDED("sample-data/focus-groups.csv", sampleFocusGroups),
    EMBEDDED("sample-data/questions.csv", sampleQuestions),
    EMBEDDED("sample-data/surveys.csv", sampleSurveys),
    EMBEDDED("sample-data/survey-responses.csv", sampleSurveyResponses),
    EMBEDDED("sample-data/invitations.csv", sampleInvitations),
};

const EmbeddedFile *embedded_files(size_t *count) {
  *count = sizeof files / sizeof *files;
  return files;
}
