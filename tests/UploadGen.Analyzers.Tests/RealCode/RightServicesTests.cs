namespace UploadGen.Analyzers.Tests.RealCode;

/// <summary>Nothing is said of services that upload as they should.</summary>
public sealed class RightServicesTests
{
    [Fact]
    public Task Sessions_in_a_list_beside_their_paths() => ServiceCode.VerifyAsync("""
        public async Task<IReadOnlyList<Guid>> M(IEnumerable<string> paths)
        {
            var opened = new List<(string Path, AssetUploadResponse Session)>();
            foreach (var path in paths)
            {
                var session = await client.CreateAssetUploadAsync(new() { Filename = path, MimeType = "image/png", SizeBytes = 1 });
                opened.Add((path, session));
            }
            var ids = new List<Guid>();
            foreach (var (path, session) in opened)
            {
                await client.PutAssetUploadAsync(session, UploadContent.FromFile(path));
                var asset = await client.CreateAssetUploadConfirmationAsync(session.AssetId);
                ids.Add(asset.Id!.Value);
            }
            return ids;
        }
        """);

    [Fact]
    public Task Logs_in_every_handler() => ServiceCode.VerifyAsync("""
        public async Task<FullValidator?> M(CreateAssetUploadRequest request, UploadContent content, CancellationToken ct)
        {
            AssetUploadResponse? session = null;
            try
            {
                session = await client.CreateAssetUploadAsync(request, cancellationToken: ct);
                await client.PutAssetUploadAsync(session, content, cancellationToken: ct);
                return await client.CreateAssetUploadConfirmationAsync(session.AssetId, cancellationToken: ct);
            }
            catch (OperationCanceledException) { logger.LogWarning(null, "canceled {Id}", session?.AssetId); throw; }
            catch (UploadException error) { logger.LogWarning(error, "{Id} failed", session?.AssetId ?? Guid.Empty); return null; }
            finally { Console.WriteLine($"finished {session?.AssetId}"); }
        }
        """);

    [Fact]
    public Task A_flag_in_the_condition_of_a_loop() => ServiceCode.VerifyAsync("""
        public async Task<FullValidator> M(CreateAssetUploadRequest request, UploadContent content)
        {
            var session = await client.CreateAssetUploadAsync(request);
            var stored = false;
            for (var attempt = 0; attempt < 3 && !stored; attempt++)
            {
                try { await client.PutAssetUploadAsync(session, content); stored = true; }
                catch (UploadException error) { logger.LogWarning(error, "attempt {A} of {Id}", attempt, session.AssetId); await Task.Delay(100); }
            }
            if (!stored) { throw new InvalidOperationException($"{session.AssetId} not stored"); }
            return await client.CreateAssetUploadConfirmationAsync(session.AssetId);
        }
        """);

    [Fact]
    public Task An_endpoint_of_a_browser_s_upload() => ServiceCode.VerifyAsync("""
        public async Task<object> Post(string name, long size)
        {
            var session = await client.CreateAssetUploadAsync(new() { Filename = name, MimeType = "image/png", SizeBytes = size });
            logger.LogInformation("{Id} for the browser", session.AssetId);
            return new { session.AssetId, url = session.UploadUrl, method = "PUT" };
        }
        public Task<FullValidator> PostConfirm(Guid id) => client.CreateAssetUploadConfirmationAsync(id);
        """);

    [Fact]
    public Task Sessions_in_a_field() => ServiceCode.VerifyAsync("""
        private readonly Dictionary<Guid, AssetUploadResponse> _sessions = new();
        public async Task<Guid> Begin(CreateAssetUploadRequest request)
        {
            var session = await client.CreateAssetUploadAsync(request);
            _sessions[session.AssetId] = session;
            return session.AssetId;
        }
        public async Task End(Guid id, UploadContent content)
        {
            if (!_sessions.Remove(id, out var session)) { throw new KeyNotFoundException($"{id}"); }
            await client.PutAssetUploadAsync(session, content);
            await client.CreateAssetUploadConfirmationAsync(session.AssetId);
        }
        """);

    [Fact]
    public Task Tasks_in_a_list() => ServiceCode.VerifyAsync("""
        public async Task M(CreateAssetUploadRequest request, UploadContent content)
        {
            var session = await client.CreateAssetUploadAsync(request);
            var tasks = new List<Task> { client.PutAssetUploadAsync(session, content), Task.Delay(1) };
            await Task.WhenAll(tasks);
            await client.CreateAssetUploadConfirmationAsync(session.AssetId);
        }
        """);

    [Fact]
    public Task A_refusal_that_is_read_and_thrown() => ServiceCode.VerifyAsync("""
        public async Task M(CreateAssetUploadRequest request, byte[] data)
        {
            var session = await client.CreateAssetUploadAsync(request);
            using var body = new ByteArrayContent(data);
            body.Headers.ContentType = MediaTypeHeaderValue.Parse(request.MimeType);
            using var message = new HttpRequestMessage(HttpMethod.Put, session.UploadUrl) { Content = body };
            using var response = await http.SendAsync(message);
            if (!response.IsSuccessStatusCode)
            {
                var text = await response.Content.ReadAsStringAsync();
                throw new HttpRequestException($"{session.AssetId}: {(int)response.StatusCode} {text}");
            }
            var asset = await client.CreateAssetUploadConfirmationAsync(session.AssetId);
            Console.WriteLine($"{asset.Id} {asset.Url}");
        }
        """);

    [Fact]
    public Task An_opening_in_a_local_function() => ServiceCode.VerifyAsync("""
        public async Task M(CreateAssetUploadRequest request, UploadContent content)
        {
            var pipeline = await Open().ConfigureAwait(false);
            await client.PutAssetUploadAsync(pipeline, content);
            await client.CreateAssetUploadConfirmationAsync(pipeline.AssetId);
            async Task<AssetUploadResponse> Open() { var s = await client.CreateAssetUploadAsync(request); logger.LogInformation("{Id}", s.AssetId); return s; }
        }
        """);

    [Fact]
    public Task Retries_around_each_step() => ServiceCode.VerifyAsync("""
        public async Task M(CreateAssetUploadRequest request, UploadContent content)
        {
            var session = await retries.ExecuteAsync(() => client.CreateAssetUploadAsync(request));
            await retries.ExecuteAsync(() => client.PutAssetUploadAsync(session, content));
            var asset = await retries.ExecuteAsync(() => client.CreateAssetUploadConfirmationAsync(session.AssetId));
            repository.Save(asset);
        }
        """);

    [Fact]
    public Task An_upload_that_is_given_up() => ServiceCode.VerifyAsync("""
        public async Task M(OpenRequest request, UploadContent content)
        {
            var session = await vault.OpenAsync(request);
            try { await vault.PostAsync(session, content); await vault.CommitAsync(new() { Key = session.Key }); }
            catch { await vault.AbortAsync(session.Key); throw; }
        }
        public async Task N(OpenRequest request, UploadContent content)
        {
            var session = await vault.OpenAsync(request);
            var committed = false;
            try { await vault.PostAsync(session, content); await vault.CommitAsync(new CommitRequest { Key = session.Key }); committed = true; }
            finally { if (!committed) { await vault.AbortAsync(session.Key); } }
        }
        """);

    [Fact]
    public Task A_switch_on_what_the_session_says() => ServiceCode.VerifyAsync("""
        public async Task M(OpenRequest request, UploadContent content)
        {
            var session = await vault.OpenAsync(request);
            var item = session.Status switch
            {
                "exists" => await vault.GetAsync(session.Key),
                "open" => await SendAsync(session, content),
                var other => throw new InvalidOperationException($"{session.Key} is {other}"),
            };
            Console.WriteLine(item.Size);
        }
        private async Task<Item> SendAsync(VaultSession session, UploadContent content)
        {
            await vault.PostAsync(session, content);
            return await vault.CommitAsync(new() { Key = session.Key });
        }
        """);

    [Fact]
    public Task Ways_to_send_in_a_switch() => ServiceCode.VerifyAsync("""
        public async Task M(CreateAssetUploadRequest request, UploadContent content, string mode)
        {
            var session = await client.CreateAssetUploadAsync(request);
            Task putting = mode switch
            {
                "stream" => client.PutAssetUploadAsync(session, content),
                "hand" => http.PutAsync(session.UploadUrl, new ByteArrayContent([1])),
                _ => throw new ArgumentOutOfRangeException(nameof(mode), $"{session.AssetId}"),
            };
            await putting;
            await client.CreateAssetUploadConfirmationAsync(session.AssetId);
        }
        """);

    [Fact]
    public Task Pairs_of_sessions_and_files() => ServiceCode.VerifyAsync("""
        public async Task M(OpenRequest a, OpenRequest b, UploadContent content)
        {
            var first = await vault.OpenAsync(a);
            var second = await vault.OpenAsync(b);
            foreach (var (session, file) in new[] { (first, content), (second, content) })
            {
                using var message = new HttpRequestMessage(HttpMethod.Put, session.Url) { Content = new ByteArrayContent([1]) };
                foreach (var (name, value) in session.Headers) { message.Headers.TryAddWithoutValidation(name, value); }
                (await http.SendAsync(message)).EnsureSuccessStatusCode();
                await vault.CommitAsync(new() { Key = session.Key });
            }
        }
        """);
}
