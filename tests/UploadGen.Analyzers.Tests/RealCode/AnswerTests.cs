namespace UploadGen.Analyzers.Tests.RealCode;

/// <summary>What the confirmation answers can be used and returned: the upload is settled, and the answer can't PUT anything.</summary>
public sealed class AnswerTests
{
    [Fact]
    public Task An_answer_that_is_used_before_a_second_confirmation() => ServiceCode.VerifyAsync("""
        public async Task<FullValidator> StoreAsync(CreateAssetUploadRequest request, UploadContent content)
        {
            var session = await client.CreateAssetUploadAsync(request);
            await client.PutAssetUploadAsync(session, content);
            logger.LogInformation("stored");
            var asset = await client.CreateAssetUploadConfirmationAsync(session.AssetId);
            await repository.SaveAsync(asset);
            return await client.{|UPG110:CreateAssetUploadConfirmationAsync|}(session.AssetId);
        }
        """);

    [Fact]
    public Task An_answer_that_goes_into_another_object() => ServiceCode.VerifyAsync("""
        public sealed record Stored(Guid? Id, string? Url);

        public async Task<Stored> StoreAsync(CreateAssetUploadRequest request, UploadContent content)
        {
            var session = await client.CreateAssetUploadAsync(request);
            await client.PutAssetUploadAsync(session, content);
            logger.LogInformation("stored");
            var asset = await client.CreateAssetUploadConfirmationAsync(session.AssetId);
            var stored = new Stored(asset.Id, asset.Url);
            var tuple = (asset.Id, stored);
            repository.Save(new { asset.Name, tuple });
            await client.{|UPG110:PutAssetUploadAsync|}(session, content);
            return stored;
        }
        """);

    [Fact]
    public Task A_confirmation_in_the_middle_of_an_expression() => ServiceCode.VerifyAsync("""
        public async Task<string> StoreAsync(CreateAssetUploadRequest request)
        {
            var session = await client.CreateAssetUploadAsync(request);
            return (await client.{|UPG101:CreateAssetUploadConfirmationAsync|}(session.AssetId)) is { Url: { } url } ? url : "";
        }
        """);

    [Fact]
    public Task Silent_where_the_answer_says_that_it_is_not_done() => ServiceCode.VerifyAsync("""
        public async Task<Item> StoreAsync(OpenRequest request, UploadContent content)
        {
            var session = await vault.OpenAsync(request);
            await vault.PostAsync(session, content);
            var item = await vault.CommitAsync(new() { Key = session.Key });
            while (item.Status == "processing")
            {
                await Task.Delay(1000);
                item = await vault.CommitAsync(new() { Key = session.Key });
            }

            return item;
        }

        public async Task<Item> StoreOnceMoreAsync(OpenRequest request, UploadContent content)
        {
            var session = await vault.OpenAsync(request);
            await vault.PostAsync(session, content);
            var item = await vault.CommitAsync(new() { Key = session.Key });
            var isDone = item.Status == "done";
            if (!isDone) { await vault.PostAsync(session, content); return await vault.CommitAsync(new() { Key = session.Key }); }
            return item;
        }
        """);

    [Fact]
    public Task Silent_about_an_answer_that_is_handed_on_and_returned() => ServiceCode.VerifyAsync("""
        public async Task<FullValidator> StoreAsync(CreateAssetUploadRequest request, UploadContent content)
        {
            var session = await client.CreateAssetUploadAsync(request);
            logger.LogInformation("opened");
            await client.PutAssetUploadAsync(session, content);
            var asset = await client.CreateAssetUploadConfirmationAsync(session.AssetId);
            repository.Save(asset);
            return asset;
        }
        """);
}
