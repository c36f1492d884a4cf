import CoachingLanguage
import Evaluator

let pack = LanguagePack.shipped(.english)!
let classifier = Classifier(pack)
var talk = Talk(language: .english, opening: "I'm behind again this week.")
talk.turns.append(.init(leader: classifier.code("So you're behind. What happened?"), answer: "Two big calls."))
talk.turns.append(.init(leader: classifier.code("You should plan better."), answer: "Hm."))
for (turn, sentence) in talk.sentences { print(turn, sentence.move.rawValue, "(\(sentence.evidenceText))") }
let measures = Review(of: talk, pack: pack).measures
print("told \(measures.count(.tell)), asked \(measures.count(.ask)), tell share \(measures.tellShare ?? 0)")
