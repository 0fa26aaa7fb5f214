namespace UploadGen.Analyzers.Tests.RealCode;

/// <summary>Sessions and ids in lists, spreads and queries.</summary>
public sealed class CollectionTests
{
    [Fact]
    public Task Sessions_spread_into_another_collection() => ServiceCode.VerifyAsync("""
        public async Task StoreAsync(CreateAssetUploadRequest request)
        {
            var first = await client.CreateAssetUploadAsync(request);
            var second = await client.CreateAssetUploadAsync(request);
            List<AssetUploadResponse> some = [first];
            AssetUploadResponse[] all = [.. some, second];
            foreach (var session in all)
            {
                await client.{|UPG101:CreateAssetUploadConfirmationAsync|}(session.AssetId);
            }
        }
        """);

    [Fact]
    public Task Silent_about_ids_collected_in_a_loop() => ServiceCode.VerifyAsync("""
        public async Task StoreAsync(IReadOnlyList<CreateAssetUploadRequest> requests)
        {
            var ids = new List<Guid>();
            foreach (var request in requests)
            {
                var session = await client.CreateAssetUploadAsync(request);
                ids.Add(session.AssetId);
                logger.LogInformation("opened {Upload}, {Count} so far", session.AssetId, ids.Count);
            }

            logger.LogInformation("confirming {Count}", ids.Count);
            foreach (var id in ids) { await client.CreateAssetUploadConfirmationAsync(id); }
        }
        """);

    [Fact]
    public Task Ids_read_by_a_query() => ServiceCode.VerifyAsync("""
        public async Task StoreAsync(CreateAssetUploadRequest request)
        {
            var first = await client.CreateAssetUploadAsync(request);
            var second = await client.CreateAssetUploadAsync(request);
            AssetUploadResponse[] sessions = [first, second];
            foreach (var id in sessions.Select(session => session.AssetId))
            {
                await client.{|UPG101:CreateAssetUploadConfirmationAsync|}(id);
            }
        }
        """);

    [Fact]
    public Task Sessions_chosen_by_a_query() => ServiceCode.VerifyAsync("""
        public async Task StoreAsync(CreateAssetUploadRequest request)
        {
            List<AssetUploadResponse> sessions = [await client.CreateAssetUploadAsync(request), await client.CreateAssetUploadAsync(request)];
            foreach (var session in sessions.Where(one => one.AssetId != Guid.Empty).OrderBy(one => one.AssetId).ToList())
            {
                await client.{|UPG101:CreateAssetUploadConfirmationAsync|}(session.AssetId);
            }
        }
        """);

    [Fact]
    public Task Silent_where_each_is_PUT() => ServiceCode.VerifyAsync("""
        public async Task StoreAsync(CreateAssetUploadRequest request, UploadContent content)
        {
            var first = await client.CreateAssetUploadAsync(request);
            var second = await client.CreateAssetUploadAsync(request);
            AssetUploadResponse[] sessions = [first, .. new[] { second }];
            foreach (var session in sessions)
            {
                await client.PutAssetUploadAsync(session, content);
            }

            foreach (var id in sessions.Select(session => session.AssetId))
            {
                await client.CreateAssetUploadConfirmationAsync(id);
            }
        }

        public async Task StoreAtOnceAsync(CreateAssetUploadRequest request, UploadContent content)
        {
            var first = await client.CreateAssetUploadAsync(request);
            var second = await client.CreateAssetUploadAsync(request);
            List<AssetUploadResponse> sessions = [first, second];
            await Task.WhenAll(sessions.Select(session => client.PutAssetUploadAsync(session, content)));
            await Task.WhenAll(sessions.Select(session => client.CreateAssetUploadConfirmationAsync(session.AssetId)));
        }

        public async Task StoreEachAsync(CreateAssetUploadRequest request, UploadContent content)
        {
            List<AssetUploadResponse> sessions = [await client.CreateAssetUploadAsync(request)];
            sessions.ForEach(session => client.PutAssetUploadAsync(session, content).Wait());
            foreach (var session in sessions) { await client.CreateAssetUploadConfirmationAsync(session.AssetId); }
        }
        """);

    [Fact]
    public Task Silent_about_a_list_that_others_know() => ServiceCode.VerifyAsync("""
        private readonly List<AssetUploadResponse> _open = [];

        public async Task StoreAsync(CreateAssetUploadRequest request, List<AssetUploadResponse> given)
        {
            var session = await client.CreateAssetUploadAsync(request);
            AssetUploadResponse[] all = [session, .. given, .. _open];
            repository.Save(all);
            await client.CreateAssetUploadConfirmationAsync(session.AssetId);

            var other = await client.CreateAssetUploadAsync(request);
            _open.Add(other);
            await client.CreateAssetUploadConfirmationAsync(other.AssetId);

            var third = await client.CreateAssetUploadAsync(request);
            AssetUploadResponse[] mixed = [.. given, third];
            await client.CreateAssetUploadConfirmationAsync(mixed[0].AssetId);

            AssetUploadResponse[] fresh = [await client.CreateAssetUploadAsync(request)];
            var kept = fresh.Where(one => { repository.Save(one); return true; }).ToList();
            await client.CreateAssetUploadConfirmationAsync(kept[0].AssetId);
        }
        """);
}
