namespace UploadGen.Analyzers.Tests.RealCode;

/// <summary>Mistakes in services that do much else with a session.</summary>
public sealed class WrongServicesTests
{
    [Fact]
    public Task Confirmations_in_a_query() => ServiceCode.VerifyAsync("""
        public async Task M(CreateAssetUploadRequest request)
        {
            var first = await client.CreateAssetUploadAsync(request);
            var second = await client.CreateAssetUploadAsync(request);
            AssetUploadResponse[] sessions = [first, second];
            await Task.WhenAll(sessions.Select(session => client.{|UPG101:CreateAssetUploadConfirmationAsync|}(session.AssetId)));
        }
        public async Task N(CreateAssetUploadRequest request)
        {
            List<Guid> ids = [(await client.CreateAssetUploadAsync(request)).AssetId];
            ids.ForEach(id => client.{|UPG101:CreateAssetUploadConfirmationAsync|}(id).Wait());
        }
        """);

    [Fact]
    public Task A_list_of_keys_that_a_query_makes() => ServiceCode.VerifyAsync("""
        public async Task M(OpenRequest request)
        {
            var first = await vault.OpenAsync(request);
            var second = await vault.OpenAsync(request);
            VaultSession[] sessions = [first, second];
            await vault.{|UPG101:PublishAsync|}(new() { Files = sessions.Select(s => new FileReference { Key = s.Key }).ToList() });
        }
        """);

    [Fact]
    public Task Everything_that_only_reads() => ServiceCode.VerifyAsync("""
        public async Task M(OpenRequest request, Action<ILogger, string, Exception?> opened, IProgress<string> progress)
        {
            var session = await vault.OpenAsync(request);
            opened(logger, session.Key, null);
            progress.Report($"opened {session.Key}");
            Console.Out.WriteLine(session.Key);
            await Console.Error.WriteLineAsync(session.Url.Host);
            using var scope = logger.BeginScope("{S}", new Dictionary<string, object> { ["key"] = session.Key });
            Activity.Current?.AddEvent(new ActivityEvent("opened", tags: new ActivityTagsCollection { ["key"] = session.Key }));
            await Task.Delay(session.ExpiresAt - DateTimeOffset.UtcNow);
            repository.Save(session.Url.Host);
            var tags = new TagList { { "host", session.Url.Host } };
            await vault.{|UPG101:CommitAsync|}(new() { Key = session.Key });
        }
        """);

    [Fact]
    public Task Headers_that_are_sorted_by_hand() => ServiceCode.VerifyAsync("""
        public async Task M(OpenRequest request, UploadContent content)
        {
            var session = await vault.OpenAsync(request);
            using var message = new HttpRequestMessage(HttpMethod.Put, session.Url) { Content = new StringContent("a") };
            foreach (var (name, value) in session.Headers)
            {
                if (name.Equals("Host", StringComparison.OrdinalIgnoreCase)) { continue; }
                if (name.ToLowerInvariant() == "content-type") { message.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(value); continue; }
                message.Headers.TryAddWithoutValidation(name, value);
            }
            using var response = await http.{|UPG103:SendAsync|}(message);
            response.EnsureSuccessStatusCode();
            logger.LogInformation("stored");
        }
        """);

    [Fact]
    public Task A_way_out_that_confirms() => ServiceCode.VerifyAsync("""
        public async Task M(CreateAssetUploadRequest request, UploadContent content, bool dryRun)
        {
            var session = await client.CreateAssetUploadAsync(request);
            if (dryRun)
            {
                logger.LogInformation("would upload {Id}", session.AssetId);
                await client.{|UPG101:CreateAssetUploadConfirmationAsync|}(session.AssetId);
                return;
            }

            await client.PutAssetUploadAsync(session, content);
            await client.CreateAssetUploadConfirmationAsync(session.AssetId);
        }
        """);

    [Fact]
    public Task An_id_in_a_record_of_one_s_own() => ServiceCode.VerifyAsync("""
        public sealed record Job(Guid Id, Uri Url, string Path);
        public async Task<Job> M(string path)
        {
            var session = await client.CreateAssetUploadAsync(new() { Filename = path, MimeType = "image/png", SizeBytes = 1 });
            var job = new Job(session.AssetId, session.UploadUrl, path);
            logger.LogInformation("job {Id}", job.Id);
            return job;
        }
        public async Task N(string path, Queue<Job> queue)
        {
            var session = await client.CreateAssetUploadAsync(new() { Filename = path, MimeType = "image/png", SizeBytes = 1 });
            var job = new Job(session.AssetId, session.UploadUrl, path);
            queue.Enqueue(job);
            await client.CreateAssetUploadConfirmationAsync(job.Id);
        }
        public async Task O(string path)
        {
            var session = await client.CreateAssetUploadAsync(new() { Filename = path, MimeType = "image/png", SizeBytes = 1 });
            var job = new Job(session.AssetId, session.UploadUrl, path);
            await http.PutAsync(job.Url, new ByteArrayContent([1]));
            await client.CreateAssetUploadConfirmationAsync(job.Id);
        }
        public async Task P(string path)
        {
            var session = await client.CreateAssetUploadAsync(new() { Filename = path, MimeType = "image/png", SizeBytes = 1 });
            var job = new Job(session.AssetId, session.UploadUrl, path);
            await client.{|UPG101:CreateAssetUploadConfirmationAsync|}(job.Id);
        }
        """);
}
