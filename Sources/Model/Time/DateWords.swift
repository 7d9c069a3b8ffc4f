/// The words that stand in dates, in the six languages of the United Nations and some of their neighbours.
enum DateWords {
  /// The number of a month's name, or of its beginning.
  static func month(_ word: String) -> Int? {
    let word = Folding.folded(word)
    // 年, 月 and 日 stand between the numbers, as others' separators do.
    return months.firstIndex { month in
      month.contains { $0 == word || word.count >= 3 && ($0.hasPrefix(word) || word.hasPrefix($0)) }
    }.map { $0 + 1 }
  }

  /// 1 for Monday to 7 for Sunday (ISO 8601).
  static func weekday(_ word: String) -> Int? {
    let word = Folding.folded(word)
    guard word.count >= 2 else { return nil }
    return weekdays.firstIndex { day in
      day.contains { $0 == word || word.count >= 3 && $0.hasPrefix(word) }
    }.map { $0 + 1 }
  }

  /// What stands in a date and says nothing: a day of the week, an article, the ending of a number.
  static func isFiller(_ word: String) -> Bool {
    let word = Folding.folded(word)
    // 2015年9月15日星期二 has nothing between its day and the day of the week.
    return weekday(word.hasPrefix("日") ? String(word.dropFirst()) : word) != nil || fillers.contains(word)
  }

  /// The Levant's names of four months have two words, of which the first is the same in two of them.
  static func inOneWord(_ text: Substring) -> String {
    guard text.unicodeScalars.contains(where: { (0x600...0x6FF).contains($0.value) }) else {
      return String(text)
    }
    return [
      "كانون": ["الثاني": 1, "الأول": 12, "الاول": 12], "تشرين": ["الثاني": 11, "الأول": 10, "الاول": 10],
    ]
    .reduce(String(text)) { text, name in
      name.value.reduce(text) { $0.replacing("\(name.key) \($1.key)", with: months[$1.value - 1][0]) }
    }
  }

  private static func folded(_ text: String) -> [String] {
    text.split(separator: "|").map { Folding.folded(String($0)) }
  }

  private static let fillers = Set(
    folded(
      "st|nd|rd|th|of|the|on|by|er|le|el|de|del|d|do|da|di|den|der|am|г|года|год|й|го|年|月|日|号|في|من|t|z|º|ª|o|a"
    )
  )

  /// en, fr, es, ru, ar; de, it, pt, nl, sw.
  private static let months: [[String]] = [
    "January|janvier|enero|января|январь|يناير|Januar|gennaio|janeiro|Januari",
    "February|février|febrero|февраля|февраль|فبراير|شباط|Februar|febbraio|fevereiro",
    "March|mars|marzo|марта|مارس|آذار|März|março|maart|Machi",
    "April|avril|abril|апреля|апрель|أبريل|نيسان|aprile",
    "May|mai|mayo|мая|май|مايو|أيار|maggio|maio|mei",
    "June|juin|junio|июня|июнь|يونيو|يونيه|حزيران|Juni|giugno|junho",
    "July|juillet|julio|июля|июль|يوليو|يوليه|تموز|Juli|luglio|julho|Julai",
    "August|août|agosto|августа|أغسطس|آب|augustus",
    "September|septembre|septiembre|сентября|сентябрь|سبتمبر|أيلول|settembre|setembro|Septemba",
    "October|octobre|octubre|октября|октябрь|أكتوبر|Oktober|ottobre|outubro|Oktoba",
    "November|novembre|noviembre|ноября|ноябрь|نوفمبر|Novemba",
    "December|décembre|diciembre|декабря|декабрь|ديسمبر|Dezember|dicembre|dezembro|Desemba",
  ].map(folded)

  private static let weekdays: [[String]] = [
    "Monday|lundi|lunes|понедельник|пн|星期一|周一|الاثنين|الإثنين|Montag",
    "Tuesday|mardi|martes|вторник|вт|星期二|周二|الثلاثاء|Dienstag",
    "Wednesday|mercredi|miércoles|среда|среду|ср|星期三|周三|الأربعاء|Mittwoch",
    "Thursday|jeudi|jueves|четверг|чт|星期四|周四|الخميس|Donnerstag",
    "Friday|vendredi|viernes|пятница|пятницу|пт|星期五|周五|الجمعة|Freitag",
    "Saturday|samedi|sábado|суббота|субботу|сб|星期六|周六|السبت|Samstag",
    "Sunday|dimanche|domingo|воскресенье|вс|星期日|星期天|周日|周天|الأحد|Sonntag",
  ].map(folded)
}
