using System.Globalization;
using Microsoft.CodeAnalysis;
using UploadGen.Analyzers.Rules;

namespace UploadGen.Analyzers.Tests;

/// <summary>What UPG101 says, and where it is documented.</summary>
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
        var rule = Assert.Single(new ConfirmWithoutPutAnalyzer().SupportedDiagnostics);
        Assert.Equal("UPG101", rule.Id);
        Assert.Equal(DiagnosticSeverity.Error, rule.DefaultSeverity);
        Assert.True(rule.IsEnabledByDefault);
        Assert.Equal("https://github.com/uploadgen/uploadgen/blob/main/docs/diagnostics/UPG101.md", rule.HelpLinkUri);
    }

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
