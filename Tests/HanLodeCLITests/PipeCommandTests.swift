import Foundation
import Testing

@Suite struct PipeCommandTests {
    private func pipe(_ input: String, _ arguments: String = "") async throws -> Hanlode.Result {
        try await withPipe(Data(input.utf8), arguments)
    }

    private func withPipe(_ input: Data, _ arguments: String) async throws -> Hanlode.Result {
        arguments.isEmpty
            ? try await Hanlode.run("pipe", input: input)
            : try await Hanlode.run("pipe", "--offsets", arguments, input: input)
    }

    @Test func everyLineHasItsAnswerInOrder() async throws {
        let lines = (0..<40).map { "{\"id\": \($0), \"text\": \"产粮\($0)吨。\"}" }
        let result = try await pipe(lines.joined(separator: "\n") + "\n")
        #expect(result.status == 0)
        let objects = try result.objects()
        #expect(objects.map { $0["id"] as? Int } == Array(0..<40))
        let values = objects.map { ($0["quantities"] as? [[String: Any]])?.first?["value"] as? String }
        #expect(values == (0..<40).map(String.init))
    }

    @Test(arguments: [
        "1", "-7", "0.25", "\"甲\"", "null", "true", "[1,[2,null],\"x\"]", #"{"a":{"b":[1,2]},"c":null}"#,
        "18446744073709551615",
        "9007199254740993", "\"\"",
    ])
    func theIdIsCopied(id: String) async throws {
        let result = try await pipe("{\"id\": \(id), \"text\": \"3亩\"}\n")
        #expect(result.text.hasPrefix("{\"id\":\(id),"), "\(result.text.prefix(80))")
    }

    @Test func withoutAnIdThereIsNone() async throws {
        let object = try #require(try await pipe("{\"text\": \"3亩\"}\n").objects().first)
        #expect(object["id"] == nil)
        #expect(object["version"] as? Int == 1)
    }

    @Test(arguments: [
        ("nonsense", "HL0401"), ("[1,2]", "HL0401"), ("{\"id\": 5", "HL0401"), ("{\"id\": 5}", "HL0402"),
        ("{\"id\": 5, \"text\": 3}", "HL0403"), ("{\"id\": 5, \"text\": \"x\", \"date\": \"gestern\"}", "HL0403"),
        ("{\"id\": 5, \"text\": \"x\", \"region\": 9}", "HL0403"), ("{\"id\": 5, \"text\": null}", "HL0403"),
    ])
    func aBadLineIsAnsweredInItsPlace(line: String, code: String) async throws {
        let result = try await pipe("{\"id\": 1, \"text\": \"3亩\"}\n\(line)\n{\"id\": 3, \"text\": \"4亩\"}\n")
        #expect(result.status == 1)
        let objects = try result.objects()
        try #require(objects.count == 3)
        #expect(objects[0]["id"] as? Int == 1)
        #expect(objects[2]["id"] as? Int == 3)
        let error = try #require(objects[1]["error"] as? [String: Any])
        #expect(error["code"] as? String == code)
        #expect(error["line"] as? Int == 2)
        #expect((error["message"] as? String)?.isEmpty == false)
        if code != "HL0401" { #expect(objects[1]["id"] as? Int == 5) }
    }

    @Test func aBadLineThatIsNoUTF8IsAnswered() async throws {
        let input = Data("{\"text\": \"".utf8) + Data([0xD4, 0xC6]) + Data("\"}\n{\"id\": 2, \"text\": \"3亩\"}\n".utf8)
        let objects = try await Hanlode.run("pipe", input: input).objects()
        try #require(objects.count == 2)
        #expect(objects[0]["error"] != nil)
        #expect(objects[1]["id"] as? Int == 2)
    }

    @Test func theLastLineNeedsNoLineFeed() async throws {
        let objects = try await pipe("{\"id\": 1, \"text\": \"3亩\"}\n{\"id\": 2, \"text\": \"4亩\"}").objects()
        #expect(objects.map { $0["id"] as? Int } == [1, 2])
    }

    @Test func carriageReturnsAndEmptyLinesArePassedOver() async throws {
        let result = try await pipe("{\"id\": 1, \"text\": \"3亩\"}\r\n\r\n\n  \n{\"id\": 2, \"text\": \"4亩\"}\r\n")
        #expect(result.status == 0)
        #expect(try result.objects().map { $0["id"] as? Int } == [1, 2])
    }

    @Test func noInputIsNoOutput() async throws {
        let result = try await pipe("")
        #expect(result.status == 0)
        #expect(result.output.isEmpty)
    }

    @Test func aTextMayHoldAnything() async throws {
        let result = try await pipe(#"{"id": 1, "text": "a\u0000\n\ud842\udfb7\"3亩\""}"#)
        let quantity = try #require((try result.objects().first?["quantities"] as? [[String: Any]])?.first)
        #expect(quantity["text"] as? String == "3亩")
        #expect(quantity["start"] as? Int == 5)
    }

    @Test func contextGoesIntoTheDocument() async throws {
        let line = #"{"text": "3亩", "date": "2024-01-16", "region": "青岚县", "source": "a.txt"}"#
        let document = try #require(try await pipe(line).objects().first?["document"] as? [String: Any])
        #expect(document["date"] as? String == "2024-01-16")
        #expect((document["region"] as? [String: Any])?["name"] as? String == "青岚县")
        #expect(document["source"] as? String == "a.txt")
    }

    @Test func answersComeAsTheLinesDo() async throws {
        // The second line is only written when the answer to the first has been read.
        let script = """
            dir=$(mktemp -d); mkfifo "$dir/in" "$dir/out"
            "$HANLODE" pipe <"$dir/in" >"$dir/out" &
            exec 3>"$dir/in" 4<"$dir/out"
            printf '{"id":1,"text":"3亩"}\\n' >&3
            read -r first <&4; printf '%s\\n' "$first"
            printf '{"id":2,"text":"4亩"}\\n' >&3
            read -r second <&4; printf '%s\\n' "$second"
            exec 3>&-; wait; rm -r "$dir"
            """
        let result = try await Hanlode.shell(script, timeout: 30)
        #expect(try result.objects().map { $0["id"] as? Int } == [1, 2])
    }

    @Test(arguments: [("utf8", 4), ("utf16", 2), ("scalar", 1)])
    func offsetsCountWhatIsAsked(unit: String, start: Int) async throws {
        let object = try #require(try await pipe("{\"text\": \"𠮷3亩\"}", unit).objects().first)
        #expect((object["quantities"] as? [[String: Any]])?.first?["start"] as? Int == start)
    }
}
