namespace UploadGen.Analyzers.Tests.Flow;

/// <summary>Private and internal methods that obviously do a step count as such; what isn't obvious is out of sight.</summary>
public sealed class WrapperTests
{
    [Fact]
    public Task A_wrapper_that_PUTs() => VerifyAsync(
        "UPG103",
        "await [|SendAsync|](session);",
        "async Task SendAsync(AssetUploadResponse opened) { await client.PutAssetUploadAsync(opened, content); }");

    [Fact]
    public Task A_wrapper_that_PUTs_by_hand() => VerifyAsync(
        "UPG103",
        "await [|SendAsync|](http, session.UploadUrl);",
        "static Task<HttpResponseMessage> SendAsync(HttpClient http, Uri url) => http.PutAsync(url, null);");

    [Fact]
    public Task A_wrapper_that_PUTs_to_the_URL_of_a_session() => VerifyAsync(
        "UPG103",
        "await [|SendAsync|](session);",
        """
        internal async Task SendAsync(AssetUploadResponse opened)
        {
            using var message = new HttpRequestMessage(HttpMethod.Put, opened.UploadUrl);
            await http.SendAsync(message);
        }
        """);

    [Fact]
    public Task A_wrapper_that_confirms() => VerifyAsync(
        "UPG101", "await [|FinishAsync|](session.AssetId);", "async Task FinishAsync(Guid id) { await client.CreateAssetUploadConfirmationAsync(id); }");

    [Fact]
    public Task Silent_when_the_wrapper_has_PUT() => VerifyAsync(
        "UPG101",
        "await SendAsync(session); await client.CreateAssetUploadConfirmationAsync(session.AssetId);",
        "Task SendAsync(AssetUploadResponse opened) => client.PutAssetUploadAsync(opened, content);");

    [Fact]
    public Task Silent_when_the_wrapper_does_it_all() => VerifyAsync(
        "UPG103",
        "await FinishAsync(session);",
        """
        async Task FinishAsync(AssetUploadResponse opened)
        {
            await client.PutAssetUploadAsync(opened, content);
            await client.CreateAssetUploadConfirmationAsync(opened.AssetId);
        }
        """);

    [Fact]
    public Task Silent_when_the_wrapper_may_confirm() => VerifyAsync(
        "UPG103",
        "await FinishAsync(session);",
        """
        async Task FinishAsync(AssetUploadResponse opened)
        {
            await client.PutAssetUploadAsync(opened, content);
            if (Unseen.Flag) { await client.CreateAssetUploadConfirmationAsync(opened.AssetId); }
        }
        """);

    [Fact]
    public Task Silent_about_a_wrapper_of_a_wrapper() => VerifyAsync(
        "UPG101",
        "await OuterAsync(session); await client.CreateAssetUploadConfirmationAsync(session.AssetId);",
        """
        Task OuterAsync(AssetUploadResponse opened) => InnerAsync(opened);
        Task InnerAsync(AssetUploadResponse opened) => client.PutAssetUploadAsync(opened, content);
        """);

    [Fact]
    public Task Silent_about_a_wrapper_that_keeps_the_session() => VerifyAsync(
        "UPG103",
        "await SendAsync(session);",
        "async Task SendAsync(AssetUploadResponse opened) { await client.PutAssetUploadAsync(opened, content); Unseen.Field = opened; }");

    [Fact]
    public Task Silent_about_one_that_can_be_overridden_or_calls_itself() => VerifyAsync(
        "UPG103",
        "await SendAsync(session); var other = await client.CreateAssetUploadAsync(request); await AgainAsync(other);",
        """
        internal virtual Task SendAsync(AssetUploadResponse opened) => client.PutAssetUploadAsync(opened, content);
        Task AgainAsync(AssetUploadResponse opened) => AgainAsync(opened);
        """);

    private static Task VerifyAsync(string rule, string body, string wrappers) => AnalyzerTest.VerifyAsync($$"""
        #nullable enable
        using System;
        using System.Net.Http;
        using System.Threading.Tasks;
        using Api;

        public class Uploader(RunflowClient client, CreateAssetUploadRequest request, Content content, HttpClient http)
        {
            public async Task RunAsync()
            {
                var session = await client.CreateAssetUploadAsync(request);
                {{body}}
                Unseen.Take((content, http));
            }

            {{wrappers}}
        }
        """, rule: rule);
}
