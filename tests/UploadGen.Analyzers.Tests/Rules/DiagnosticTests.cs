using System.Globalization;
using Microsoft.CodeAnalysis;
using UploadGen.Analyzers.Rules;

namespace UploadGen.Analyzers.Tests.Rules;

/// <summary>What the rules say, and where UPG101 is documented.</summary>
public sealed class DiagnosticTests
{
    [Fact]
    public Task The_message_names_the_PUT_and_the_one_call_method_of_the_flow() => VerifyMessageAsync(
        "class Client : Base { [PutsUpload(\"Asset\")] public void Put() { } [PutsUpload(\"Video\")] public void PutVideo() { } }",
        "'Confirm' confirms an upload whose file was never PUT: await 'Put' before it, or call 'Upload', which does all steps");

    [Fact]
    public Task The_message_does_without_the_one_call_method() => VerifyMessageAsync(
        "class Client : Steps { [PutsUpload(\"Asset\")] public void Put() { } }",
        "'Confirm' confirms an upload whose file was never PUT: await 'Put' before it");

    [Fact]
    public Task The_message_does_without_a_PUT_method() => VerifyMessageAsync(
        "class Client : Steps { }",
        "'Confirm' confirms an upload whose file was never PUT: PUT the file to the session's URL before it");

    [Fact]
    public void The_rule_is_an_error_with_a_page_of_its_own()
    {
        var rule = Assert.Single(new UploadFlowAnalyzer().SupportedDiagnostics, rule => rule.Id == "UPG101");
        Assert.Equal(DiagnosticSeverity.Error, rule.DefaultSeverity);
        Assert.True(rule.IsEnabledByDefault);
        Assert.Equal("https://github.com/uploadgen/uploadgen/blob/main/docs/diagnostics/UPG101.md", rule.HelpLinkUri);
    }

    [Fact]
    public async Task An_operation_that_takes_the_file_takes_the_id()
    {
        var found = await AnalyzerTest.AnalyzeAsync(ServiceCode.Class("public async Task OpenAsync() { await desk.CreateDocumentAsync(\"a\"); }"));

        Assert.Contains(
            "'CreateDocumentAsync' creates an upload that is never used: give the session's id to 'PutContentAsync'",
            found.Select(diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData(
        "UPG102",
        "if (flag) { await client.PutAssetUploadAsync(session, content); } await client.CreateAssetUploadConfirmationAsync(session.AssetId);",
        "'CreateAssetUploadConfirmationAsync' can be reached without the file having been PUT: confirm only where the PUT has succeeded")]
    [InlineData(
        "UPG103",
        "await client.PutAssetUploadAsync(session, content);",
        "'PutAssetUploadAsync' PUTs a file whose upload is never confirmed: await 'CreateAssetUploadConfirmationAsync' after it")]
    [InlineData(
        "UPG104",
        "",
        "'CreateAssetUploadAsync' creates an upload that is never used: give the session to 'PutAssetUploadAsync', "
        + "or call 'UploadAssetAsync', which does all steps")]
    [InlineData(
        "UPG107",
        PutByHand + "http.DefaultRequestHeaders.Authorization = new(\"Bearer\", \"t\"); await http.GetAsync(session.UploadUrl);",
        "'GetAsync' sends an Authorization header to a presigned URL: its client adds one to every request; use an HttpClient of its own for storage")]
    [InlineData(
        "UPG107",
        PutByHand + "var message = new HttpRequestMessage(HttpMethod.Put, session.UploadUrl); "
        + "message.Headers.Add(\"Authorization\", \"t\"); http.Send(message);",
        "'Send' sends an Authorization header to a presigned URL: the message carries one; use an HttpClient of its own for storage",
        "UPG103")]
    [InlineData(
        "UPG108",
        "await client.CreateAssetUploadConfirmationAsync(session.AssetId); var http = new HttpClient(); "
        + "var other = Unseen.Find(); await http.PutAsync(other.UploadUrl, null);",
        "'PutAsync' PUTs a file without the headers in 'UploadHeaders': send each of them, exactly as given",
        "UPG101")]
    [InlineData(
        "UPG109",
        "Console.WriteLine(session.UploadUrl);",
        "'WriteLine' logs a presigned URL: whoever reads it can write to storage, so leave its query out, 'GetLeftPart(UriPartial.Path)'")]
    [InlineData(
        "UPG109",
        "System.IO.File.AppendAllText(\"urls.txt\", session.UploadUrl.ToString());",
        "'AppendAllText' stores a presigned URL: it is a secret that soon expires, so store the upload's id instead")]
    [InlineData(
        "UPG109",
        PutByHand + "await http.GetAsync(session.UploadUrl + \"&x=1\");",
        "'GetAsync' sends to a presigned URL that was rewritten: what signs it no longer fits, so use it exactly as it was given")]
    [InlineData(
        "UPG110",
        Whole + "await client.CreateAssetUploadConfirmationAsync(session.AssetId);",
        "'CreateAssetUploadConfirmationAsync' confirms again an upload that is confirmed already: remove it, or create another upload")]
    [InlineData(
        "UPG110",
        Whole + "await client.PutAssetUploadAsync(session, content);",
        "'PutAssetUploadAsync' PUTs the file of an upload that is confirmed already: remove it, or create another upload")]
    [InlineData(
        "UPG111",
        "var other = await client.CreateAssetUploadAsync(request); await client.PutAssetAsync(session.UploadUrl, other.UploadHeaders, content); "
        + "Unseen.Take((session, other));",
        "'PutAssetAsync' mixes uploads: 'session.UploadUrl' and 'other.UploadHeaders' come from two creations")]
    [InlineData(
        "UPG111",
        "await client.CompleteVideoAsync(session.AssetId);",
        "'CompleteVideoAsync' mixes uploads: the upload of 'session.AssetId' is one of the flow 'Asset', not 'Video'")]
    public async Task The_message_of(string rule, string body, string expected, string? beside = null)
    {
        var found = await AnalyzerTest.AnalyzeAsync(TestClient.Method("var session = await client.CreateAssetUploadAsync(request);" + body));
        var diagnostic = Assert.Single(found, diagnostic => diagnostic.Id != beside);
        Assert.Equal((rule, expected), (diagnostic.Id, diagnostic.GetMessage(CultureInfo.InvariantCulture)));
    }

    private const string PutByHand = "var http = new HttpClient(); Unseen.Take(session.UploadHeaders); ";

    private const string Whole = "await client.PutAssetUploadAsync(session, content); await client.CreateAssetUploadConfirmationAsync(session.AssetId);";

    private static async Task VerifyMessageAsync(string client, string expected)
    {
        var found = await AnalyzerTest.AnalyzeAsync($$"""
            using System;
            using UploadGen.Annotations;

            class Session { [UploadSessionId] public Guid Id { get; init; } }

            class Steps
            {
                [CreatesUpload("Asset")] public Session Create() => new();
                [ConfirmsUpload("Asset")] public void Confirm([UploadSessionId] Guid id) { }
            }

            class Base : Steps { [UploadsFile("Asset")] public void Upload() { } }

            {{client}}

            class Uploader
            {
                void Run(Client client) => client.Confirm(client.Create().Id);
            }
            """);
        Assert.Equal(expected, Assert.Single(found).GetMessage(CultureInfo.InvariantCulture));
    }
}
