namespace UploadGen.Analyzers.Tests.RealCode;

/// <summary>Methods of one's own that do a step, in the forms that people write them in.</summary>
public sealed class PrivateStepTests
{
    [Fact]
    public Task A_confirmation_as_an_expression_body() => ServiceCode.VerifyAsync("""
        private Task<FullValidator> FinishAsync(Guid id) => client.CreateAssetUploadConfirmationAsync(id);

        public async Task<FullValidator> StoreAsync(CreateAssetUploadRequest request)
        {
            var session = await client.CreateAssetUploadAsync(request);
            return await {|UPG101:FinishAsync|}(session.AssetId);
        }
        """);

    [Fact]
    public Task A_confirmation_that_is_awaited_in_an_expression_body() => ServiceCode.VerifyAsync("""
        private async Task<Guid?> FinishAsync(AssetUploadResponse session, CancellationToken ct)
            => (await client.CreateAssetUploadConfirmationAsync(session.AssetId, cancellationToken: ct).ConfigureAwait(false)).Id;

        public async Task<Guid?> StoreAsync(CreateAssetUploadRequest request, CancellationToken ct)
        {
            var session = await client.CreateAssetUploadAsync(request, cancellationToken: ct);
            return await {|UPG101:FinishAsync|}(session, ct);
        }
        """);

    [Fact]
    public Task A_confirmation_that_is_returned_from_a_block() => ServiceCode.VerifyAsync("""
        private async Task<FullValidator> FinishAsync(AssetUploadResponse session)
        {
            logger.LogInformation("confirming {Upload}", session.AssetId);
            var asset = await client.CreateAssetUploadConfirmationAsync(session.AssetId, new() { FolderId = Guid.Empty });
            repository.Save(asset);
            return asset;
        }

        public async Task StoreAsync(CreateAssetUploadRequest request)
        {
            var session = await client.CreateAssetUploadAsync(request);
            await {|UPG101:FinishAsync|}(session);
        }
        """);

    [Fact]
    public Task A_PUT_as_an_expression_body() => ServiceCode.VerifyAsync("""
        private Task SendAsync(AssetUploadResponse session, UploadContent content) => client.PutAssetUploadAsync(session, content);

        public async Task StoreAsync(CreateAssetUploadRequest request, UploadContent content)
        {
            var session = await client.CreateAssetUploadAsync(request);
            await {|UPG103:SendAsync|}(session, content);
        }
        """);

    [Fact]
    public Task An_extension_in_an_internal_class() => ServiceCode.VerifyAsync("""
        public async Task StoreAsync(CreateAssetUploadRequest request)
        {
            var session = await client.CreateAssetUploadAsync(request);
            await client.{|UPG101:FinishAsync|}(session.AssetId);
        }
        }

        internal static class ClientExtensions
        {
            public static Task FinishAsync(this RunflowClient client, Guid id) => client.CreateAssetUploadConfirmationAsync(id);
        }

        public sealed partial class Subject
        {
        """);

    [Fact]
    public Task A_local_function() => ServiceCode.VerifyAsync("""
        public async Task StoreAsync(CreateAssetUploadRequest request, UploadContent content)
        {
            var session = await client.CreateAssetUploadAsync(request);
            await {|UPG101:FinishAsync|}(session.AssetId);

            Task<FullValidator> FinishAsync(Guid id) => client.CreateAssetUploadConfirmationAsync(id);
        }
        """);

    [Fact]
    public Task A_confirmation_with_the_key_in_its_body() => ServiceCode.VerifyAsync("""
        private Task<Item> FinishAsync(VaultSession session) => vault.CommitAsync(new CommitRequest { Key = session.Key, Folder = "in" });

        public async Task StoreAsync(OpenRequest request)
        {
            var session = await vault.OpenAsync(request);
            await {|UPG101:FinishAsync|}(session);
        }
        """);

    [Fact]
    public Task Retries_of_a_PUT_that_log() => ServiceCode.VerifyAsync("""
        private async Task SendAsync(AssetUploadResponse session, UploadContent content, CancellationToken ct)
        {
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    await client.PutAssetUploadAsync(session, content, cancellationToken: ct);
                    return;
                }
                catch (UploadException error) when (attempt < 3)
                {
                    logger.LogWarning(error, "attempt {Attempt} of {Upload}", attempt, session.AssetId);
                }
            }
        }

        public async Task StoreAsync(CreateAssetUploadRequest request, UploadContent content, CancellationToken ct)
        {
            var session = await client.CreateAssetUploadAsync(request, cancellationToken: ct);
            await {|UPG103:SendAsync|}(session, content, ct);
            logger.LogInformation("stored {Upload}", session.AssetId);
        }
        """);

    [Fact]
    public Task Silent_where_the_methods_do_all_steps() => ServiceCode.VerifyAsync("""
        private Task SendAsync(AssetUploadResponse session, UploadContent content) => client.PutAssetUploadAsync(session, content);

        private Task<FullValidator> FinishAsync(Guid id) => client.CreateAssetUploadConfirmationAsync(id);

        public async Task<FullValidator> StoreAsync(CreateAssetUploadRequest request, UploadContent content)
        {
            var session = await client.CreateAssetUploadAsync(request);
            await SendAsync(session, content);
            return await FinishAsync(session.AssetId);
        }

        public async Task<FullValidator> StoreInOneAsync(CreateAssetUploadRequest request, UploadContent content)
        {
            var session = await client.CreateAssetUploadAsync(request);
            return await SendAndFinishAsync();

            async Task<FullValidator> SendAndFinishAsync()
            {
                await SendAsync(session, content);
                return await FinishAsync(session.AssetId);
            }
        }
        """);

    [Fact]
    public Task Silent_about_methods_that_may_do_more_or_less() => ServiceCode.VerifyAsync("""
        private async Task FinishAsync(AssetUploadResponse session, UploadContent? content)
        {
            if (content is not null) { await client.PutAssetUploadAsync(session, content); }
            await client.CreateAssetUploadConfirmationAsync(session.AssetId);
        }

        private Task<FullValidator?> FinishMaybeAsync(Guid id) => id == Guid.Empty
            ? Task.FromResult<FullValidator?>(null)
            : client.CreateAssetUploadConfirmationAsync(id)!;

        public async Task StoreAsync(CreateAssetUploadRequest request, UploadContent content)
        {
            var session = await client.CreateAssetUploadAsync(request);
            await FinishAsync(session, content);
            var other = await client.CreateAssetUploadAsync(request);
            await client.PutAssetUploadAsync(other, content);
            await FinishMaybeAsync(other.AssetId);
        }
        """);
}
