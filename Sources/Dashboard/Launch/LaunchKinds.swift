import Model
import Phrases

extension Launch: Shown {
  static let form = PhraseKey.paneLaunch
  var destination: Destination { .launch(id, activity: nil, slot: nil) }
}

extension LaunchCell: Shown {
  static let form = PhraseKey.paneLaunch
  var destination: Destination { .launch(launch, activity: activity, slot: slot) }
}

extension Card: Shown {
  static let form = PhraseKey.paneLaunch
  var hidden: Set<String> { ["launch"] }
}
