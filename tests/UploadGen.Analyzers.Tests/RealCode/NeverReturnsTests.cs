namespace UploadGen.Analyzers.Tests.RealCode;

/// <summary>What follows a call that never returns isn't reached.</summary>
public sealed class NeverReturnsTests
{
    [Theory]
    [InlineData("Environment.Exit(1);")]
    [InlineData("Environment.FailFast(\"no file\", error);")]
    [InlineData("Fail(error);")]
    [InlineData("Give(\"up\");")]
    [InlineData("throw Failed(error);")]
    [InlineData("Assert.Fail(error.Message);")]
    [InlineData("Assert.True(false);")]
    [InlineData("System.Runtime.ExceptionServices.ExceptionDispatchInfo.Capture(error).Throw();")]
    [InlineData("System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(error);")]
    [InlineData("await GiveUpAsync(error);")]
    public Task Silent_where_a_failure_ends_there(string end) => ServiceCode.VerifyAsync(Method(end, "CreateAssetUploadConfirmationAsync"));

    [Theory]
    [InlineData("Report(error);")]
    [InlineData("Assert.True(error is not null);")]
    [InlineData("if (error.InnerException is not null) { Environment.Exit(1); }")]
    [InlineData("if (error.InnerException is not null) { Fail(error); }")]
    public Task A_failure_that_leads_on(string end) => ServiceCode.VerifyAsync(Method(end, "{|UPG102:CreateAssetUploadConfirmationAsync|}"));

    [Fact]
    public Task The_upload_is_left_where_the_process_ends() => ServiceCode.VerifyAsync("""
        public async Task StoreAsync(CreateAssetUploadRequest request, UploadContent content)
        {
            var session = await client.CreateAssetUploadAsync(request);
            await client.PutAssetUploadAsync(session, content);
            Environment.Exit(0);
        }
        """);

    private static string Method(string end, string confirm) => $$"""
        public async Task<FullValidator> StoreAsync(CreateAssetUploadRequest request, UploadContent content)
        {
            var session = await client.CreateAssetUploadAsync(request);
            try
            {
                await client.PutAssetUploadAsync(session, content);
            }
            catch (UploadException error)
            {
                {{end}}
            }

            return await client.{{confirm}}(session.AssetId);
        }

        [DoesNotReturn]
        private static void Fail(Exception error) => throw new InvalidOperationException("failed", error);

        private static void Give(string what) => throw new InvalidOperationException(what);

        private static Exception Failed(Exception error) => new InvalidOperationException("failed", error);

        private async Task GiveUpAsync(Exception error)
        {
            await repository.SaveAsync(error);
            throw new InvalidOperationException("failed", error);
        }

        private void Report(Exception error)
        {
            repository.Save(error);
            if (error.InnerException is not null) { throw error; }
        }
        """;
}
