import Foundation
import Testing

@Suite struct WordsCommandTests {
    private static let reports = [
        "a.txt": Array("农业增产，农业增收。\n".utf8), "b.txt": Array("工业增产，工业的发展。\n".utf8),
    ]

    @Test func termsAreCounted() async throws {
        try await withFolder(Self.reports) { folder in
            let result = try await Hanlode.run("words", "a.txt", "b.txt", in: folder)
            #expect(result.status == 0)
            #expect(result.lines[0] == "term,count,reports,perTenThousand\r")
            #expect(result.lines[1] == "农业,2,1,952.381\r")
            #expect(result.lines.count == 6)
            #expect(!result.text.contains("的,"))
        }
    }

    @Test func topAndMinimumCutTheList() async throws {
        try await withFolder(Self.reports) { folder in
            let top = try await Hanlode.run("words", "--top", "2", "--format", "json", ".", in: folder)
            #expect(try top.objects().map { $0["term"] as? String } == ["农业", "增产"])
            let often = try await Hanlode.run("words", "--minimum", "2", "--format", "json", ".", in: folder)
            #expect(try often.objects().count == 3)
        }
    }

    @Test func eachReportHasItsTerms() async throws {
        try await withFolder(Self.reports) { folder in
            let result = try await Hanlode.run("words", "--by-report", "--top", "1", ".", in: folder)
            #expect(result.lines.count == 3)
            #expect(result.lines[0] == "report,term,count,reports,perTenThousand,tfidf\r")
            #expect(result.lines[1].hasPrefix("./a.txt,农业,2,1,"))
            #expect(result.lines[2].hasPrefix("./b.txt,工业,2,1,"))
        }
    }

    @Test func reportsAreComparedWithOthers() async throws {
        try await withFolder(Self.reports) { folder in
            let result = try await Hanlode.run(
                "words", "--format", "json", "--against", "b.txt", "a.txt", in: folder)
            let objects = try result.objects()
            #expect(objects.first?["term"] as? String == "农业")
            #expect(objects.last?["term"] as? String == "工业")
            #expect((objects.last?["logLikelihood"] as? Double).map { $0 < 0 } == true)
        }
    }

    @Test func pairsAndOwnStopWords() async throws {
        var files = Self.reports
        files["stop.lst"] = Array("增产\n".utf8)
        try await withFolder(files) { folder in
            let result = try await Hanlode.run(
                "words", "--words-per-term", "2", "--stop-words", "stop.lst", "--format", "json", ".", in: folder)
            #expect(try result.objects().map { $0["term"] as? String } == ["农业 增收"])
        }
    }

    @Test(arguments: ["--words-per-term=0", "--by-report --against x", "--top=-1"])
    func wrongCallsAreTold(arguments: String) async throws {
        let result = try await Hanlode.shell("\"$HANLODE\" words \(arguments)")
        #expect(result.status == 2)
    }

    @Test func aMissingReportIsTold() async throws {
        try await withFolder(Self.reports) { folder in
            let result = try await Hanlode.run("words", "no.txt", "a.txt", in: folder)
            #expect(result.status == 1)
            #expect(result.errors.contains("no.txt: HL0101"))
            #expect(result.text.contains("农业"))
        }
    }
}

@Suite struct ConcordanceCommandTests {
    private static let text = "一、农业\n全县农业增产，老农业大户增收。\n"

    @Test func placesAreShown() async throws {
        try await withFolder(["a.txt": Array(Self.text.utf8)]) { folder in
            let csv = try await Hanlode.run("concordance", "农业", "a.txt", in: folder)
            #expect(csv.status == 0)
            #expect(csv.lines.count == 4)
            #expect(csv.lines[0] == "source,line,section,start,end,left,text,right\r")
            let json = try await Hanlode.run(
                "concordance", "--format", "json", "--context", "3", "农业", "a.txt", in: folder)
            let objects = try json.objects()
            #expect(objects.map { $0["line"] as? Int } == [1, 2, 2])
            #expect(objects.map { $0["start"] as? Int } == [2, 7, 13])
            #expect(objects.map { $0["left"] as? String } == ["一、", "全县", "产，老"])
            let table = try await Hanlode.run("concordance", "--format", "table", "农业", "a.txt", in: folder)
            #expect(table.text.contains("全县  【农业】增产"))
        }
    }

    @Test func wholeWordsOnly() async throws {
        let files = ["a.txt": Array(Self.text.utf8), "words": Array("老农业\n".utf8)]
        try await withFolder(files) { folder in
            let result = try await Hanlode.run(
                "concordance", "--whole-words", "--user-dictionary", "words", "--format", "json", "农业", "a.txt",
                in: folder)
            #expect(try result.objects().count == 2)
        }
    }

    @Test func anEmptyTermIsAWrongCall() async throws {
        let result = try await Hanlode.run("concordance", "", input: Data())
        #expect(result.status == 2)
    }
}
