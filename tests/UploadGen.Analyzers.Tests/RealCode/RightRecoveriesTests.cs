namespace UploadGen.Analyzers.Tests.RealCode;

/// <summary>Nothing is said of code that tries again, keeps sessions, or sends them in its own ways.</summary>
public sealed class RightRecoveriesTests
{
    [Fact]
    public Task A_flag_that_says_what_became_of_the_file() => ServiceCode.VerifyAsync("""
        public async Task M(CreateAssetUploadRequest request, UploadContent content)
        {
            var session = await client.CreateAssetUploadAsync(request);
            bool stored;
            try { await client.PutAssetUploadAsync(session, content); stored = true; }
            catch (UploadException) { stored = false; }
            finally { Console.WriteLine("x"); }
            if (stored) { await client.CreateAssetUploadConfirmationAsync(session.AssetId); }
        }
        public async Task N(CreateAssetUploadRequest request, UploadContent content)
        {
            var session = await client.CreateAssetUploadAsync(request);
            var attempts = 0;
            var ok = false;
            while (!ok && attempts++ < 3)
            {
                ok = await TryAsync(session, content);
            }
            if (!ok) return;
            await client.CreateAssetUploadConfirmationAsync(session.AssetId);
        }
        private async Task<bool> TryAsync(AssetUploadResponse session, UploadContent content)
        {
            try { await client.PutAssetUploadAsync(session, content); return true; } catch (UploadException) { return false; }
        }
        """);

    [Fact]
    public Task A_session_that_is_null_after_a_failure() => ServiceCode.VerifyAsync("""
        public async Task M(CreateAssetUploadRequest request, UploadContent content)
        {
            AssetUploadResponse? session = null;
            try
            {
                session = await client.CreateAssetUploadAsync(request);
                await client.PutAssetUploadAsync(session, content);
            }
            catch (UploadException) when (session is not null)
            {
                logger.LogInformation("{Id}", session.AssetId);
                session = null;
            }
            if (session is null) { session = await client.CreateAssetUploadAsync(request); await client.PutAssetUploadAsync(session, content); }
            await client.CreateAssetUploadConfirmationAsync(session.AssetId);
        }
        """);

    [Fact]
    public Task A_handler_that_only_prints() => ServiceCode.VerifyAsync("""
        public async Task M(CreateAssetUploadRequest request, UploadContent content)
        {
            var session = await client.CreateAssetUploadAsync(request);
            EventHandler handler = (_, _) => Console.WriteLine(session.AssetId);
            AppDomain.CurrentDomain.ProcessExit += handler;
            try { await client.PutAssetUploadAsync(session, content); }
            finally { AppDomain.CurrentDomain.ProcessExit -= handler; }
            await client.CreateAssetUploadConfirmationAsync(session.AssetId);
        }
        """);

    [Fact]
    public Task A_session_that_is_made_once() => ServiceCode.VerifyAsync("""
        public async Task M(CreateAssetUploadRequest request, UploadContent content)
        {
            var lazy = new Lazy<Task<AssetUploadResponse>>(() => client.CreateAssetUploadAsync(request));
            var session = await lazy.Value;
            await client.PutAssetUploadAsync(session, content);
            await client.CreateAssetUploadConfirmationAsync((await lazy.Value).AssetId);
        }
        """);

    [Fact]
    public Task A_worker_that_gets_the_session() => ServiceCode.VerifyAsync("""
        public async Task M(CreateAssetUploadRequest request, UploadContent content)
        {
            var channel = System.Threading.Channels.Channel.CreateUnbounded<AssetUploadResponse>();
            var session = await client.CreateAssetUploadAsync(request);
            await channel.Writer.WriteAsync(session);
            var worker = Task.Run(async () => { await foreach (var one in channel.Reader.ReadAllAsync()) { await client.PutAssetUploadAsync(one, content); } });
            await worker;
            await client.CreateAssetUploadConfirmationAsync(session.AssetId);
        }
        """);

    [Fact]
    public Task A_confirmation_that_is_asked_again() => ServiceCode.VerifyAsync("""
        public async Task Poll(OpenRequest request, UploadContent content)
        {
            var session = await vault.OpenAsync(request);
            await vault.PostAsync(session, content);
            Item? item = null;
            for (var i = 0; i < 5; i++)
            {
                item = await vault.CommitAsync(new() { Key = session.Key });
                if (item.Status == "done") { break; }
                await Task.Delay(100);
            }
            logger.LogInformation("{Item}", item?.Key);
        }
        public async Task M(OpenRequest request, UploadContent content)
        {
            var session = await vault.OpenAsync(request);
            await vault.PostAsync(session, content);
            try { await vault.CommitAsync(new() { Key = session.Key }); }
            catch (ApiException) { await Task.Delay(100); await vault.CommitAsync(new() { Key = session.Key }); }
        }
        public async Task N(OpenRequest request, UploadContent content)
        {
            var session = await vault.OpenAsync(request);
            await vault.PostAsync(session, content);
            var item = await vault.CommitAsync(new() { Key = session.Key });
            if (item is { Status: "pending" }) { item = await vault.CommitAsync(new() { Key = session.Key }); }
            logger.LogInformation("{Item}", item.Key);
        }
        """);

    [Fact]
    public Task A_URL_without_its_signature() => ServiceCode.VerifyAsync("""
        public async Task M(CreateAssetUploadRequest request)
        {
            var session = await client.CreateAssetUploadAsync(request);
            var redacted = session.UploadUrl.ToString().Split('?')[0];
            logger.LogInformation("{Url} {Path}", redacted, session.UploadUrl.AbsolutePath);
            File.WriteAllText("a", redacted + session.AssetId);
            await http.PutAsync(session.UploadUrl, new ByteArrayContent([1]));
            await client.CreateAssetUploadConfirmationAsync(session.AssetId);
        }
        """);

    [Fact]
    public Task A_session_that_is_renewed_in_a_loop() => ServiceCode.VerifyAsync("""
        public async Task M(OpenRequest request, byte[] data, bool again)
        {
            var session = await vault.OpenAsync(request);
            HttpResponseMessage response;
            do
            {
                using var message = new HttpRequestMessage(HttpMethod.Put, session.Url) { Content = new ByteArrayContent(data) };
                foreach (var header in session.Headers) { message.Headers.TryAddWithoutValidation(header.Key, header.Value); }
                response = await http.SendAsync(message);
                if (response.StatusCode == HttpStatusCode.Forbidden) { session = await vault.OpenAsync(request); }
            }
            while (!response.IsSuccessStatusCode);
            await vault.CommitAsync(new() { Key = session.Key });
        }
        """);

    [Fact]
    public Task A_session_in_a_member() => ServiceCode.VerifyAsync("""
        private AssetUploadResponse? _last;
        public AssetUploadResponse? Last => _last;
        public async Task M(CreateAssetUploadRequest request)
        {
            _last = await client.CreateAssetUploadAsync(request);
            logger.LogInformation("{Id}", _last.AssetId);
        }
        public async Task N(UploadContent content)
        {
            await client.PutAssetUploadAsync(_last!, content);
            await client.CreateAssetUploadConfirmationAsync(_last!.AssetId);
        }
        """);

    [Fact]
    public Task Steps_in_a_list() => ServiceCode.VerifyAsync("""
        public async Task M(CreateAssetUploadRequest request, UploadContent content)
        {
            var session = await client.CreateAssetUploadAsync(request);
            var steps = new List<Func<Task>>
            {
                () => client.PutAssetUploadAsync(session, content),
                () => client.CreateAssetUploadConfirmationAsync(session.AssetId),
            };
            foreach (var step in steps) { await step(); }
        }
        public async Task N(CreateAssetUploadRequest request, UploadContent content)
        {
            var session = await client.CreateAssetUploadAsync(request);
            await Run(() => client.PutAssetUploadAsync(session, content), () => client.CreateAssetUploadConfirmationAsync(session.AssetId));
        }
        private static async Task Run(params Func<Task>[] steps) { foreach (var step in steps) { await step(); } }
        """);

    [Fact]
    public Task A_tuple_that_is_returned() => ServiceCode.VerifyAsync("""
        public async Task<(Guid Id, Uri Url)> M(CreateAssetUploadRequest request)
        {
            var session = await client.CreateAssetUploadAsync(request);
            var result = (Id: session.AssetId, Url: session.UploadUrl);
            logger.LogInformation("{Id}", result.Id);
            return result;
        }
        public async Task N(CreateAssetUploadRequest request, UploadContent content)
        {
            var (id, url) = await M(request);
            await http.PutAsync(url, new ByteArrayContent([1]));
            await client.CreateAssetUploadConfirmationAsync(id);
        }
        """);

    [Fact]
    public Task A_guard_and_a_time_limit() => ServiceCode.VerifyAsync("""
        public async Task M(OpenRequest request, UploadContent content)
        {
            var session = await vault.OpenAsync(request);
            Guard.Against(session.Key);
            await SendOrFailAsync(session, content);
            await vault.CommitAsync(new() { Key = session.Key });
        }
        private static class Guard { public static void Against(string key) { if (key == "") { throw new ArgumentException(key); } } }
        private async Task SendOrFailAsync(VaultSession session, UploadContent content)
        {
            using var timeout = new CancellationTokenSource(session.ExpiresAt - DateTimeOffset.UtcNow);
            try { await vault.PostAsync(session, content, timeout.Token); }
            catch (OperationCanceledException error) { throw new TimeoutException($"{session.Key} expired", error); }
        }
        """);

    [Fact]
    public Task A_client_of_one_s_own() => ServiceCode.VerifyAsync("""
        public sealed class Fake : RunflowClient
        {
            public Fake(HttpClient http, RunflowClientOptions options) : base(http, options) { }
            public override async Task<AssetUploadResponse> CreateAssetUploadAsync(
                CreateAssetUploadRequest body, string? xOrganizationId = null, CancellationToken cancellationToken = default)
            {
                var session = await base.CreateAssetUploadAsync(body, xOrganizationId, cancellationToken);
                Console.WriteLine(session.AssetId);
                return session;
            }
        }
        """);

    [Fact]
    public Task A_session_that_is_serialized() => ServiceCode.VerifyAsync("""
        public async Task M(OpenRequest request, UploadContent content)
        {
            var session = await vault.OpenAsync(request);
            await using var stream = File.Create("x");
            await JsonSerializer.SerializeAsync(stream, new { session.Key });
            await vault.PostAsync(session, content);
        }
        public async Task N(OpenRequest request, UploadContent content)
        {
            var session = await vault.OpenAsync(request);
            await vault.PostAsync(session, content);
            await http.PostAsJsonAsync("https://own/api/commit", new { session.Key });
        }
        public async Task O(OpenRequest request, UploadContent content)
        {
            var session = await vault.OpenAsync(request);
            await vault.PostAsync(session, content);
            using var body = new StringContent(JsonSerializer.Serialize(new { key = session.Key }));
            await http.PostAsync("https://own/api/commit", body);
        }
        """);

    [Fact]
    public Task A_timer_and_a_parallel_loop() => ServiceCode.VerifyAsync("""
        public async Task M(CreateAssetUploadRequest request, UploadContent content, CancellationToken ct)
        {
            var session = await client.CreateAssetUploadAsync(request);
            using var timer = new Timer(_ => logger.LogInformation("still at {Id}", session.AssetId), null, 1000, 1000);
            await Parallel.ForEachAsync(
                Enumerable.Range(0, 1), ct, async (_, token) => await client.PutAssetUploadAsync(session, content, cancellationToken: token));
            await client.CreateAssetUploadConfirmationAsync(session.AssetId, cancellationToken: ct);
        }
        """);

    [Fact]
    public Task Parts_of_a_stream() => ServiceCode.VerifyAsync("""
        public async Task M(CreateAssetUploadRequest request, UploadContent content)
        {
            var session = await client.CreateAssetUploadAsync(request);
            await foreach (var part in Parts(session)) { await part; }
            await client.CreateAssetUploadConfirmationAsync(session.AssetId);
            async IAsyncEnumerable<Task> Parts(AssetUploadResponse s) { yield return client.PutAssetUploadAsync(s, content); await Task.Yield(); }
        }
        """);
}
