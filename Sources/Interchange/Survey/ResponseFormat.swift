/// Which program wrote a file of responses.
public enum ResponseFormat: String, Sendable, CaseIterable {
  case auto, limesurvey, kobo, odk, surveymonkey, outreach

  /// Told by the columns that only one of them writes: KoboToolbox keeps some of ODK's.
  init(of metaTitles: [String]) {
    let found = Set(metaTitles.compactMap(ResponseMeta.format))
    self = [.kobo, .odk, .surveymonkey, .limesurvey].first(where: found.contains) ?? .outreach
  }

  /// What stands before the words of a question: LimeSurvey writes `q1. How often?` where both are asked for, or another
  /// sign for the point.
  static func code(of title: String) -> String {
    title.firstRange(of: ". ").map { String(title[..<$0.lowerBound]) } ?? title
  }
}
