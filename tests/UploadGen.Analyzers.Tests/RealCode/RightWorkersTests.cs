namespace UploadGen.Analyzers.Tests.RealCode;

/// <summary>Nothing is said of workers, tools and tests that upload as they should, or whose uploads are out of sight.</summary>
public sealed class RightWorkersTests
{
    [Fact]
    public Task Steps_that_tests_try_alone() => ServiceCode.VerifyAsync("""
        public async Task Creates_an_upload()
        {
            var session = await client.CreateAssetUploadAsync(new() { Filename = "a", MimeType = "image/png", SizeBytes = 1 });
            Assert.NotEqual(Guid.Empty, session.AssetId);
            Assert.Equal("https", session.UploadUrl.Scheme);
        }
        public async Task Puts()
        {
            var session = await client.CreateAssetUploadAsync(new() { Filename = "a", MimeType = "image/png", SizeBytes = 1 });
            Assert.NotNull(session.UploadUrl);
            await client.PutAssetUploadAsync(session, UploadContent.FromBytes(new byte[1], "a.png"));
        }
        public async Task Needs_no_name()
        {
            var session = await client.CreateAssetUploadAsync(new() { Filename = "a", MimeType = "image/png", SizeBytes = 1 });
            if (session.AssetId == Guid.Empty) { throw new InvalidOperationException(); }
        }
        """);

    [Fact]
    public Task A_stream_of_uploads() => ServiceCode.VerifyAsync("""
        public async IAsyncEnumerable<FullValidator> M(IAsyncEnumerable<UploadContent> contents)
        {
            await foreach (var content in contents)
            {
                var session = await client.CreateAssetUploadAsync(
                    new() { Filename = content.FileName, MimeType = content.MediaType, SizeBytes = content.Length });
                logger.LogInformation("{Id}", session.AssetId);
                await client.PutAssetUploadAsync(session, content);
                yield return await client.CreateAssetUploadConfirmationAsync(session.AssetId);
            }
        }
        """);

    [Fact]
    public Task Uploads_side_by_side() => ServiceCode.VerifyAsync("""
        public async Task M(string[] paths)
        {
            var sessions = await Task.WhenAll(
                paths.Select(path => client.CreateAssetUploadAsync(new() { Filename = path, MimeType = "image/png", SizeBytes = 1 })));
            await Parallel.ForEachAsync(
                sessions.Zip(paths),
                async (pair, ct) => await client.PutAssetUploadAsync(pair.First, UploadContent.FromFile(pair.Second), cancellationToken: ct));
            foreach (var session in sessions) { await client.CreateAssetUploadConfirmationAsync(session.AssetId); }
        }
        """);

    [Fact]
    public Task A_deadline_and_a_jump() => ServiceCode.VerifyAsync("""
        public async Task M(CreateAssetUploadRequest request, UploadContent content)
        {
            var session = await client.CreateAssetUploadAsync(request);
            var deadline = DateTimeOffset.UtcNow.AddMinutes(5);
            while (DateTimeOffset.UtcNow < deadline)
            {
                try { await client.PutAssetUploadAsync(session, content); goto stored; }
                catch (UploadException) { await Task.Delay(1000); }
            }
            throw new TimeoutException(session.AssetId.ToString());
            stored:
            await client.CreateAssetUploadConfirmationAsync(session.AssetId);
        }
        """);

    [Fact]
    public Task A_tool_that_ends_itself() => ServiceCode.VerifyAsync("""
        public async Task<int> Main(string[] args)
        {
            var session = await client.CreateAssetUploadAsync(new() { Filename = args[0], MimeType = "image/png", SizeBytes = 1 });
            try { await client.PutAssetUploadAsync(session, UploadContent.FromFile(args[0])); }
            catch (Exception error) { Console.Error.WriteLine($"{session.AssetId}: {error.Message}"); Environment.Exit(2); }
            await client.CreateAssetUploadConfirmationAsync(session.AssetId);
            Console.WriteLine(session.AssetId);
            return 0;
        }
        """);

    [Fact]
    public Task A_confirmation_at_the_end_of_a_scope() => ServiceCode.VerifyAsync("""
        public async Task M(CreateAssetUploadRequest request, UploadContent content)
        {
            var session = await client.CreateAssetUploadAsync(request);
            using var registration = new CancellationTokenSource();
            await using var guard = new Guard_(() => client.CreateAssetUploadConfirmationAsync(session.AssetId));
            await client.PutAssetUploadAsync(session, content);
        }
        private sealed class Guard_(Func<Task> end) : IAsyncDisposable { public async ValueTask DisposeAsync() => await end(); }
        """);

    [Fact]
    public Task A_query_that_runs_later() => ServiceCode.VerifyAsync("""
        public async Task M(CreateAssetUploadRequest request, UploadContent content)
        {
            var first = await client.CreateAssetUploadAsync(request);
            AssetUploadResponse[] sessions = [first];
            var confirmations = sessions.Select(session => client.CreateAssetUploadConfirmationAsync(session.AssetId));
            await client.PutAssetUploadAsync(first, content);
            await Task.WhenAll(confirmations);
        }
        """);

    [Fact]
    public Task Queries_whose_results_are_kept() => ServiceCode.VerifyAsync("""
        public async Task M(OpenRequest request, UploadContent content)
        {
            var first = await vault.OpenAsync(request);
            var second = await vault.OpenAsync(request);
            VaultSession[] sessions = [first, second];
            repository.Save(sessions.Select(s => new { Session = s }).ToList());
            await vault.CommitAsync(new() { Key = first.Key });
            var third = await vault.OpenAsync(request);
            VaultSession[] thirds = [third];
            repository.Save(thirds.Select(s => new FileReference { Key = s.Key, Title = s.Url.ToString() }).ToList());
            await vault.CommitAsync(new() { Key = third.Key });
        }
        """);

    [Fact]
    public Task A_host_that_is_returned() => ServiceCode.VerifyAsync("""
        public async Task<string> M(OpenRequest request)
        {
            var session = await vault.OpenAsync(request);
            return session.Url.Host;
        }
        public async Task N(OpenRequest request)
        {
            var session = await vault.OpenAsync(request);
            repository.Save(session.MaxBytes);
        }
        """);

    [Fact]
    public Task Tasks_that_are_awaited_together() => ServiceCode.VerifyAsync("""
        public async Task M(CreateAssetUploadRequest request, UploadContent content)
        {
            var sessions = await Task.WhenAll(client.CreateAssetUploadAsync(request), client.CreateAssetUploadAsync(request));
            await Task.WhenAll(client.PutAssetUploadAsync(sessions[0], content), client.PutAssetUploadAsync(sessions[1], content));
            await Task.WhenAll(client.CreateAssetUploadConfirmationAsync(sessions[0].AssetId), client.CreateAssetUploadConfirmationAsync(sessions[1].AssetId));
        }
        public async Task N(CreateAssetUploadRequest request, UploadContent content)
        {
            var a = client.CreateAssetUploadAsync(request);
            var b = client.CreateAssetUploadAsync(request);
            await Task.WhenAll(a, b);
            await client.PutAssetUploadAsync(a.Result, content);
            await client.CreateAssetUploadConfirmationAsync(a.Result.AssetId);
            await client.PutAssetUploadAsync(await b, content);
            await client.CreateAssetUploadConfirmationAsync((await b).AssetId);
        }
        """);

    [Fact]
    public Task A_body_that_others_made() => ServiceCode.VerifyAsync("""
        public async Task M(OpenRequest request, UploadContent content, CommitRequest template)
        {
            var session = await vault.OpenAsync(request);
            await vault.PostAsync(session, content);
            await vault.CommitAsync(template with { Key = session.Key });
            var other = await vault.OpenAsync(request);
            await vault.CommitAsync(template with { Key = other.Key });
        }
        """);

    [Fact]
    public Task A_body_that_others_change() => ServiceCode.VerifyAsync("""
        public async Task M(OpenRequest request, UploadContent content, string saved)
        {
            var session = await vault.OpenAsync(request);
            await vault.CommitAsync(new() { Key = saved, Folder = session.Key });
            var other = await vault.OpenAsync(request);
            var body = new CommitRequest { Key = other.Key };
            Change(body);
            await vault.CommitAsync(body);
        }
        private static void Change(CommitRequest body) { }
        """);

    [Fact]
    public Task A_URL_that_is_sent_to_a_queue() => ServiceCode.VerifyAsync("""
        public async Task M(OpenRequest request)
        {
            var session = await vault.OpenAsync(request);
            await http.PostAsJsonAsync("https://queue.example/uploads", session.Url);
            await http.PutAsJsonAsync("https://queue.example/uploads", new { session.Key, session.Url });
            await vault.CommitAsync(new() { Key = session.Key });
        }
        """);

    [Fact]
    public Task A_test_of_the_confirmation_alone() => ServiceCode.VerifyAsync("""
        public async Task Confirms_what_was_put()
        {
            var session = await client.CreateAssetUploadAsync(new() { Filename = "a", MimeType = "image/png", SizeBytes = 1 });
            await StoreOutside(session.AssetId);
            var asset = await client.CreateAssetUploadConfirmationAsync(session.AssetId);
            Assert.Equal(session.AssetId, asset.Id);
        }
        private Task StoreOutside(Guid id) => repository.SaveAsync(id);
        public async Task Refuses()
        {
            var session = await client.CreateAssetUploadAsync(new() { Filename = "a", MimeType = "image/png", SizeBytes = 1 });
            var confirming = () => client.CreateAssetUploadConfirmationAsync(session.AssetId);
            await Assert.ThrowsAsync<ApiException>(confirming);
        }
        """);
}
