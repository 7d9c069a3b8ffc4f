import Model

/// Reads the choices of an XLSForm, and gives them to its questions.
extension XLSFormReader {
  private static let columns: Set = ["list_name", "name"]

  mutating func readChoices(_ file: ImportFile, default language: String) throws {
    let sheet = try FormSheet(
      file, name: XLSForm.choicesFile, used: Self.columns, default: language, &findings)
    for row in sheet.rows {
      let (list, name) = (row["list_name"], row["name"])
      if list.isEmpty, name.isEmpty {
        if !row.isRemark { findings.note(sheet.name, row.line, .remark, row.words.text(in: "en")) }
      } else if list.isEmpty {
        // Nobody can choose it; pyxform passes over it too.
        findings.note(sheet.name, row.line, .choiceWithoutList, name)
      } else {
        take(name, of: list, row, sheet)
      }
    }
  }

  private mutating func take(_ name: String, of list: String, _ row: FormSheet.Row, _ sheet: FormSheet) {
    guard var code = FormName.code(name) else {
      return findings.refuse(sheet.name, row.line, .badChoice, name)
    }
    let key = "\(list)\n\(name)"
    guard choiceNames.insert(key).inserted else {
      return allowsRepeatedChoices
        ? findings.note(sheet.name, row.line, .choiceRepeatedAllowed, name)
        : findings.refuse(sheet.name, row.line, .repeatedChoice, name)
    }
    if !choiceCodes.insert("\(list)\n\(code)").inserted {
      code = FormName.distinct(code, of: name)
      choiceCodes.insert("\(list)\n\(code)")
    }
    noteRenamed(name, code, sheet.name, row.line)
    lists[list, default: []].append(QuestionChoice(code: code, wording: row.words))
    for tag in sheet.languages where row.words[tag].isEmpty {
      findings.note(sheet.name, row.line, .untranslated, "\(list) \(name)", language: tag)
    }
  }

  /// The choices of a list; nil where there is none of that name.
  mutating func choices(_ list: String, _ line: Int) -> [QuestionChoice]? {
    usedLists.insert(list)
    guard !list.isEmpty else {
      findings.refuse(XLSForm.surveyFile, line, .listMissing)
      return nil
    }
    guard let choices = lists[list] else {
      findings.refuse(XLSForm.surveyFile, line, .listUnknown, list)
      return nil
    }
    return choices
  }

  /// `or_other`: one choice more, as XLSForm adds it. What respondents write beside it is no answer of the bank's.
  mutating func addOther(to question: inout Question, _ line: Int) {
    guard question.type != .ranking else {
      return findings.note(XLSForm.surveyFile, line, .otherLeftOut, question.id)
    }
    if !question.codes.contains("other") {
      let words = Self.other.filter { tag, _ in question.wording.texts[tag] != nil }
      question.choices.append(QuestionChoice(code: "other", wording: Wording(words)))
    }
    findings.note(XLSForm.surveyFile, line, .otherAdded, question.id)
  }

  private static let other = [
    "ar": "أخرى", "zh": "其他", "en": "Other", "fr": "Autre", "ru": "Другое", "es": "Otro",
  ]
}
