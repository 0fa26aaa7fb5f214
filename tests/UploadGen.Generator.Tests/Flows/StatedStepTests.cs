using UploadGen.Generator.Model;

namespace UploadGen.Generator.Tests.Flows;

/// <summary>What <c>x-uploadgen</c> says of the steps beside the file itself: opening, confirming, giving up, recovering.</summary>
public class StatedStepTests
{
    private const string Url = "\"url\": \"$response.body#/place\"";

    private const string State = """
        { "type": "object", "properties": {
          "status": { "type": "string", "enum": ["waiting", "uploaded"] }, "done": { "type": "boolean" }, "parts": { "type": "integer" },
          "ratio": { "type": "number" }, "bytes": { "type": "integer", "format": "int32" }, "by": { "type": "string" }, "note": { "type": "string" },
          "file": { "type": "object", "required": ["key"], "properties": { "key": { "type": "string" }, "kind": { "type": "string" } } },
          "files": { "type": "array", "items": { "type": "object", "required": ["key"], "properties": { "key": { "type": "string" } } } },
          "ids": { "type": "array", "items": { "type": "string" } } } }
        """;

    private static readonly string Confirm = FlowRun.Operation("/done/{which}", "done", FlowRun.PathParameter("which"), State, "patch");

    private static FlowRun Stated(string statement, string paths = "", string more = "")
        => FlowRun.Of(
            """ "place": { "type": "string" }, "ticket": { "type": "string" }, "count": { "type": "integer" } """,
            """
            "filename": { "type": "string" }, "mode": { "type": "string", "enum": ["single", "parts"] }, "public": { "type": "boolean" },
            "sum": { "type": "string" }
            """,
            $$""" "x-uploadgen": { {{Url}}, {{statement}} }, {{more}} """,
            paths);

    private static FlowRun Confirmed(string body) => Stated($$"""
        "confirm": { "operationId": "done", "parameters": { "which": "$response.body#/ticket" }, "requestBody": { {{body}} } }
        """, Confirm);

    [Theory]
    [InlineData("\"status\": \"uploaded\"", "Status: DoneBodyStatus.Uploaded")]
    [InlineData("\"done\": true", "Done: true")]
    [InlineData("\"done\": false", "Done: false")]
    [InlineData("\"parts\": 1", "Parts: 1")]
    [InlineData("\"ratio\": 0.5", "Ratio: 0.5")]
    [InlineData("\"by\": \"client\"", "By: 'client'")]
    [InlineData("\"bytes\": \"$file.size\"", "Bytes: file.Size")]
    [InlineData("\"by\": \"$file.contentType\"", "By: file.MediaType")]
    [InlineData("\"by\": \"{$file.name}\"", "By: file.FileName")]
    [InlineData("\"note\": \"$inputs.anything\"", "Note: caller.note")]
    [InlineData("\"file\": { \"key\": \"$response.body#/ticket\", \"kind\": \"x\" }", "File: { Key: session.ticket!, Kind: 'x' }")]
    [InlineData("\"files\": [ { \"key\": \"$response.body#/ticket\" } ]", "Files: [{ Key: session.ticket! }]")]
    [InlineData("\"ids\": [ \"$response.body#/ticket\" ]", "Ids: [session.ticket!]")]
    public void A_confirmation_is_told_what_is_stated(string body, string told)
    {
        var run = Confirmed(body);

        Assert.Empty(run.NotBound);
        Assert.Contains(told, PlanText.Of(run.Confirm()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"status\": \"ready\"", "'status' of 'done' has no value 'ready'; there are waiting, uploaded")]
    [InlineData("\"status\": true", "'status' of 'done' can't be true")]
    [InlineData("\"done\": \"yes\"", "'done' of 'done' can't be a text")]
    [InlineData("\"parts\": 1.5", "'parts' of 'done' can't be 1.5")]
    [InlineData("\"bytes\": 3000000000", "'bytes' of 'done' can't be 3000000000")]
    [InlineData("\"note\": null", "'note' of 'done' gets null; leave it out")]
    [InlineData("\"note\": { \"a\": null }", "'a' in 'note' of 'done' gets a list or null; only objects, texts, numbers and booleans can be stated in it")]
    [InlineData("\"note\": { \"a\": \"$response.body#/nowhere\" }", "'$response.body#/nowhere' names nothing in the operation's answer")]
    [InlineData("\"note\": { \"a\": \"$part.offset\" }", "'$part.offset' is no expression that can be read")]
    [InlineData("\"parts\": {}", "'parts' of 'done' can't be an object")]
    [InlineData("\"note\": [\"a\"]", "'note' of 'done' can't be a list")]
    [InlineData("\"ids\": [\"a\", \"b\"]", "'ids' of 'done' gets a list of 2, and only one item can be stated")]
    [InlineData("\"file\": { \"kind\": \"x\" }", "'file' of 'done' wants 'key' in it")]
    [InlineData("\"file\": { \"kee\": \"x\" }", "'file' of 'done' has no 'kee'")]
    [InlineData("\"file\": { \"key\": \"$inputs.key\" }", "'file' of 'done' is made by the call, so the caller can't be asked for what is in it")]
    [InlineData("\"stat\": \"uploaded\"", "'done' takes no 'stat'; did you mean 'status'? It is ignored")]
    [InlineData("\"note\": \"$file.color\"", "'$file.color' is no expression that can be read")]
    public void What_a_confirmation_cannot_be_told_is_said(string body, string problem)
        => Assert.StartsWith(problem, Assert.Single(Confirmed(body).NotBound), StringComparison.Ordinal);

    [Fact]
    public void A_confirmation_that_is_nowhere_makes_no_call()
    {
        var run = Stated("\"confirm\": { \"operationId\": \"dome\" }", Confirm);

        Assert.Empty(run.Flows);
        Assert.Equal(
            "there is no operation 'dome' to confirm it; did you mean 'done'? Its operations are generated, and no call that does all; correct the operationId",
            Assert.Single(run.NotBound));
    }

    [Fact]
    public void What_every_upload_says_at_its_opening_isnt_asked_of_the_caller()
    {
        var run = Stated("""
            "open": { "requestBody": { "mode": "single", "public": false } }, "confirm": false
            """);

        Assert.Empty(run.NotBound);
        Assert.Contains("Mode: OpenUploadBodyMode.Single, Public: false", PlanText.Of(run.Flow<UrlFlowModel>().Opening.Create), StringComparison.Ordinal);
        Assert.DoesNotContain(run.Flow<UrlFlowModel>().Call.Parameters, parameter => parameter.Name is "mode" or "public");
    }

    [Theory]
    [InlineData("\"open\": { \"requestBody\": { \"mode\": \"many\" } }", "'mode' of 'openUpload' has no value 'many'")]
    [InlineData(
        "\"open\": { \"requestBody\": { \"sum\": \"$response.body#/ticket\" } }", "'$response.body#/ticket' stands for nothing before the upload is open")]
    [InlineData("\"open\": { \"body\": {} }", "open has no member 'body'; there are parameters, requestBody. It is ignored")]
    [InlineData("\"open\": { \"parameters\": [] }", "parameters is no object. It is ignored")]
    [InlineData("\"open\": 5", "open is no object of parameters and a requestBody")]
    public void What_an_opening_cannot_say_is_said(string statement, string problem)
        => Assert.StartsWith(problem, Assert.Single(Stated(statement + ", \"confirm\": false").NotBound), StringComparison.Ordinal);

    private static readonly string Cancel = FlowRun.Operation("/cancel/{which}", "cancel", FlowRun.PathParameter("which"), method: "delete");

    [Fact]
    public void What_gives_it_up_can_be_stated()
    {
        var run = Stated("""
            "confirm": false, "abort": { "operationId": "cancel", "parameters": { "which": "$response.body#/ticket" } }
            """, Cancel);

        Assert.Empty(run.NotBound);
        Assert.Equal("which: session.ticket!", PlanText.Of(run.Flow<UrlFlowModel>().Abort!));
        Assert.Equal(FlowStep.Abort, run.Role("cancel")!.Step);
    }

    [Fact]
    public void That_nothing_gives_it_up_can_be_stated()
    {
        var below = FlowRun.Operation("/files/{ticket}", "cancel", FlowRun.PathParameter("ticket"), method: "delete");

        Assert.NotNull(Stated("\"confirm\": false", below).Flow<UrlFlowModel>().Abort);
        Assert.Null(Stated("\"confirm\": false, \"abort\": false", below).Flow<UrlFlowModel>().Abort);
    }

    [Theory]
    [InlineData("{ \"operationId\": \"cancle\" }", "there is no operation 'cancle' to give it up; did you mean 'cancel'? Nothing gives it up")]
    [InlineData(
        "{ \"operationId\": \"cancel\", \"parameters\": { \"which\": \"$file.name\" } }", "what 'cancel' is told must come from the answer of 'openUpload'")]
    [InlineData("{ \"operationId\": \"cancel\", \"parameters\": { \"which\": \"$inputs.id\" } }", "'cancel' wants which, and the caller isn't asked for that")]
    [InlineData("{ \"operationId\": \"done\" }", "'done' wants a body, and it is called without one")]
    [InlineData("{ \"operationId\": \"cancel\", \"requestBody\": {} }", "abort has no member 'requestBody'; there are operationId, operationRef, parameters.")]
    public void What_cannot_give_it_up_is_said(string abort, string problem)
    {
        var body = State.Replace("\"properties\"", "\"required\": [\"by\"], \"properties\"", StringComparison.Ordinal);
        var run = Stated($"\"confirm\": false, \"abort\": {abort}", Cancel + "," + FlowRun.Operation("/done", "done", body: body));

        Assert.Contains(run.NotBound, text => text.StartsWith(problem, StringComparison.Ordinal));
    }

    private static string Renew(string answer) => $$"""
        "/renew/{which}": { "post": { "operationId": "renew", "parameters": [ {{FlowRun.PathParameter("which")}} ], "responses": { "200": {
          "description": "Signed", "content": { "application/json": { "schema": { "type": "object", "properties": { {{answer}} } } } } } } } }
        """;

    [Fact]
    public void What_signs_another_URL_is_kept_and_said_not_to_be_called_yet()
    {
        var run = Stated(
            """
            "confirm": false, "recover": { "operationId": "renew", "parameters": { "which": "$response.body#/ticket" }, "url": "$response.body#/again" }
            """,
            Renew(""" "again": { "type": "string" }, "other": { "type": "string" } """));

        var recovery = run.Flow<UrlFlowModel>().Opening.Recovery!;
        Assert.Equal(("which: session.ticket!", "again"), (PlanText.Of(recovery.Step), recovery.Url.JsonName));
        Assert.StartsWith(
            "no call asks 'renew' for another URL yet. Where a URL has ended, the upload is opened again",
            Assert.Single(run.NotBound),
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_only_URL_of_what_recovers_need_not_be_stated()
        => Assert.Equal(
            "new_url",
            Stated("\"confirm\": false, \"recover\": { \"operationId\": \"renew\" }", Renew(""" "new_url": { "type": "string" } """))
                .Flow<UrlFlowModel>().Opening.Recovery!.Url.JsonName);

    [Theory]
    [InlineData("{ \"operationId\": \"renew\" }", "which member of what 'renew' answers is the URL isn't known")]
    [InlineData("{ \"operationId\": \"renew\", \"url\": \"$response.body#/nothing\" }", "'$response.body#/nothing' names nothing in the operation's answer")]
    [InlineData("false", "recover is no object with an operationId")]
    public void What_cannot_recover_is_said(string recover, string problem)
    {
        var run = Stated($"\"confirm\": false, \"recover\": {recover}", Renew(""" "again": { "type": "string" } """));

        Assert.StartsWith(problem, Assert.Single(run.NotBound), StringComparison.Ordinal);
        Assert.Null(run.Flow<UrlFlowModel>().Opening.Recovery);
    }

    [Theory]
    [InlineData("sha1", "rfc3230")]
    [InlineData("md5", "base64")]
    [InlineData("sha256", "hex")]
    [InlineData("sha512", "rfc9530")]
    [InlineData("crc32c", "rfc9530")]
    [InlineData("crc32", "hex")]
    [InlineData("crc64nvme", "oci")]
    public void A_digest_that_is_stated_is_made_by_the_call(string algorithm, string encoding)
    {
        var run = Stated($$"""
            "confirm": false, "digest": { "algorithm": "{{algorithm}}", "encoding": "{{encoding}}", "value": "$request.body#/sum" }
            """);

        Assert.Empty(run.NotBound);
        Assert.Contains($"Sum: digest.{algorithm}.{encoding}", PlanText.Of(run.Flow<UrlFlowModel>().Opening.Create), StringComparison.Ordinal);
    }

    [Fact]
    public void A_digest_can_be_stated_for_what_confirms()
    {
        var run = Stated(
            """
            "confirm": { "operationId": "done", "parameters": { "which": "$response.body#/ticket" } },
            "digest": { "algorithm": "sha256", "encoding": "hex", "value": "$request.body#/note", "at": "confirm" }
            """,
            Confirm);

        Assert.Empty(run.NotBound);
        Assert.Contains("Note: digest.sha256.hex", PlanText.Of(run.Confirm()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_digest_can_be_stated_for_what_takes_the_file()
    {
        var run = FlowRun.Of(
            """ "id": { "type": "string" } """,
            more: """
                "x-uploadgen": { "send": { "operationId": "bring" }, "confirm": false,
                  "digest": { "algorithm": "sha256", "encoding": "base64", "value": "$request.header.X-Proof", "at": "send" } },
                """,
            paths: """
                "/files/{id}/bytes": { "put": { "operationId": "bring", "parameters": [
                    { "name": "id", "in": "path", "required": true, "schema": { "type": "string" } }, { "name": "X-Proof", "in": "header", "schema": { "type": "string" } } ],
                  "requestBody": { "required": true, "content": { "application/octet-stream": { "schema": { "type": "string", "format": "binary" } } } },
                  "responses": { "204": { "description": "Taken" } } } }
                """);

        Assert.Empty(run.NotBound);
        Assert.Contains("xProof: digest.sha256.base64", PlanText.Of(run.Flow<SequenceFlowModel>().Send), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "\"sha-256\"", "\"$request.body#/sum\"", "open",
        "algorithm is none of \"md5\", \"sha1\", \"sha256\", \"sha512\", \"crc32\", \"crc32c\", \"crc64nvme\"; did you mean 'sha256'?")]
    [InlineData("\"md5\"", "\"$request.body#/public\"", "open", "value is not a text in the request of 'openUpload'")]
    [InlineData("\"md5\"", "null", "open", "it is no text. The digest is ignored")]
    [InlineData("\"md5\"", "\"$request.body#/sum\"", "confirm", "nothing confirms it, so that no digest can be told then")]
    [InlineData("\"md5\"", "\"$request.body#/sum\"", "end", "at is none of \"open\", \"send\", \"confirm\"")]
    [InlineData("\"md5\"", "\"$request.body#/sum\"", "send", "no operation of the API is stated to take the file, so that no digest can be told then")]
    public void A_digest_that_goes_nowhere_is_said(string algorithm, string value, string at, string problem)
    {
        var run = Stated($$"""
            "confirm": false, "digest": { "algorithm": {{algorithm}}, "encoding": "hex", "value": {{value}}, "at": "{{at}}" }
            """);

        Assert.StartsWith(problem, Assert.Single(run.NotBound), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("crc32", "rfc3230")]
    [InlineData("crc64nvme", "rfc9530")]
    public void A_digest_without_a_name_in_its_standard_is_said(string algorithm, string encoding)
    {
        var run = Stated($$"""
            "confirm": false, "digest": { "algorithm": "{{algorithm}}", "encoding": "{{encoding}}", "value": "$request.body#/sum" }
            """);

        Assert.StartsWith($"{encoding} has no name for {algorithm}; it has md5", Assert.Single(run.NotBound), StringComparison.Ordinal);
        Assert.Contains("Sum: caller.sum", PlanText.Of(run.Flow<UrlFlowModel>().Opening.Create), StringComparison.Ordinal);
    }
}
