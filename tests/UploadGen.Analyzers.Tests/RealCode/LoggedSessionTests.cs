namespace UploadGen.Analyzers.Tests.RealCode;

/// <summary>What is logged, printed, measured or said of a session can't PUT its file.</summary>
public sealed class LoggedSessionTests
{
    [Fact]
    public Task An_id_in_a_log_of_a_service() => ServiceCode.VerifyAsync("""
        public async Task<Guid?> ImportAsync(string name, byte[] image, CancellationToken ct)
        {
            var request = new CreateAssetUploadRequest { Filename = name, MimeType = "image/png", SizeBytes = image.Length };
            var session = await client.CreateAssetUploadAsync(request, cancellationToken: ct);
            logger.LogInformation("Opened {Upload} for {Name} ({Size} bytes)", session.AssetId, name, image.Length);
            var asset = await client.{|UPG101:CreateAssetUploadConfirmationAsync|}(session.AssetId, cancellationToken: ct);
            logger.LogInformation("Imported {Asset}", asset.Id);
            return asset.Id;
        }
        """);

    [Fact]
    public Task An_id_in_a_text_on_the_console() => ServiceCode.VerifyAsync("""
        public async Task RunAsync(string[] args)
        {
            foreach (var path in args)
            {
                var session = await client.CreateAssetUploadAsync(new() { Filename = path, MimeType = "image/png", SizeBytes = 1 });
                Console.WriteLine($"{path} -> {session.AssetId:N} at {session.UploadUrl.Host}");
                await client.{|UPG101:CreateAssetUploadConfirmationAsync|}(session.AssetId);
                Console.Error.WriteLine("done: " + session.AssetId);
            }
        }
        """);

    [Fact]
    public Task A_whole_session_in_a_log_or_on_the_console() => ServiceCode.VerifyAsync("""
        public async Task StoreAsync(CreateAssetUploadRequest request)
        {
            var session = await client.CreateAssetUploadAsync(request);
            logger.LogInformation("{Session}", session);
            await client.{|UPG101:CreateAssetUploadConfirmationAsync|}(session.AssetId);
        }

        public async Task FileAsync(OpenRequest request)
        {
            var session = await vault.OpenAsync(request);
            Console.WriteLine(session);
            await vault.{|UPG101:CommitAsync|}(new() { Key = session.Key });
        }
        """);

    [Fact]
    public Task A_scope_of_a_log_around_all_steps() => ServiceCode.VerifyAsync("""
        public async Task StoreAsync(UploadContent content)
        {
            var session = await client.CreateAssetUploadAsync(new() { Filename = content.FileName, MimeType = content.MediaType, SizeBytes = content.Length });
            using (logger.BeginScope("upload {Id}", session.AssetId))
            {
                await client.{|UPG103:PutAssetUploadAsync|}(session, content);
                logger.LogInformation("stored {Id}", session.AssetId);
            }
        }
        """);

    [Fact]
    public Task A_generated_log_method() => ServiceCode.VerifyAsync("""
        [LoggerMessage(Message = "opened {Id} at {Host}")]
        private static void Opened(ILogger logger, Guid id, string host) => logger.Log(id.Version, host);

        public async Task StoreAsync(CreateAssetUploadRequest request)
        {
            var session = await client.CreateAssetUploadAsync(request);
            Opened(logger, session.AssetId, session.UploadUrl.Host);
            await client.{|UPG101:CreateAssetUploadConfirmationAsync|}(session.AssetId);
        }
        """);

    [Fact]
    public Task Loggers_of_other_packages_and_of_ones_own() => ServiceCode.VerifyAsync("""
        public interface ILog { void Info(string format, params object[] args); void Error(string message); }

        public async Task StoreAsync(ILog log, CreateAssetUploadRequest request)
        {
            var session = await client.CreateAssetUploadAsync(request);
            log.Info("opened {0}", session.AssetId);
            log.Error($"never PUT: {session.AssetId}");
            LogDetails(session.AssetId.ToString(), session.UploadUrl.Host);
            await client.{|UPG101:CreateAssetUploadConfirmationAsync|}(session.AssetId);
        }

        private void LogDetails(string id, string host) => repository.Save((id, host));
        """);

    [Fact]
    public Task A_text_that_is_put_together() => ServiceCode.VerifyAsync("""
        public async Task<string> DescribeAsync(CreateAssetUploadRequest request)
        {
            var session = await client.CreateAssetUploadAsync(request);
            var text = new StringBuilder("upload ").Append(session.AssetId).AppendLine();
            text.AppendFormat("{0}:{1}", session.UploadUrl.Host, session.UploadUrl.Port);
            var id = string.Format("{0:N}", session.AssetId).ToUpperInvariant()[..8];
            Trace.WriteLine(string.Join(' ', id, text));
            await client.{|UPG101:CreateAssetUploadConfirmationAsync|}(session.AssetId);
            return "confirmed";
        }
        """);

    [Fact]
    public Task The_message_of_an_exception() => ServiceCode.VerifyAsync("""
        public async Task StoreAsync(CreateAssetUploadRequest request, UploadContent content)
        {
            var session = await client.CreateAssetUploadAsync(request);
            if (content.Length > request.SizeBytes)
            {
                throw new InvalidOperationException($"{session.AssetId} was opened for {request.SizeBytes} bytes.");
            }

            try
            {
                await client.{|UPG101:CreateAssetUploadConfirmationAsync|}(session.AssetId);
            }
            catch (ApiException error)
            {
                throw new InvalidOperationException("not confirmed: " + session.AssetId, error);
            }
        }
        """);

    [Fact]
    public Task Metrics_and_tags() => ServiceCode.VerifyAsync("""
        private static readonly Meter Meter = new("uploads");
        private static readonly Counter<long> Opened = Meter.CreateCounter<long>("opened");
        private static readonly ActivitySource Source = new("uploads");

        public async Task StoreAsync(OpenRequest request)
        {
            using var activity = Source.StartActivity("store");
            var session = await vault.OpenAsync(request);
            activity?.SetTag("upload.id", session.Key);
            activity?.AddTag("upload.max", session.MaxBytes);
            Opened.Add(1, new KeyValuePair<string, object?>("host", session.Url.Host));
            await vault.{|UPG101:CommitAsync|}(new() { Key = session.Key });
        }
        """);

    [Fact]
    public Task A_failure_that_is_logged_and_swallowed() => ServiceCode.VerifyAsync("""
        public async Task StoreAsync(CreateAssetUploadRequest request, UploadContent content)
        {
            var session = await client.CreateAssetUploadAsync(request);
            try
            {
                await client.PutAssetUploadAsync(session, content);
            }
            catch (UploadException error)
            {
                logger.LogWarning(error, "could not store {Upload}", session.AssetId);
            }

            await client.{|UPG102:CreateAssetUploadConfirmationAsync|}(session.AssetId);
        }
        """);

    [Fact]
    public Task An_upload_that_is_only_logged() => ServiceCode.VerifyAsync("""
        public async Task ProbeAsync(CreateAssetUploadRequest request)
        {
            var watch = Stopwatch.StartNew();
            var session = await client.{|UPG104:CreateAssetUploadAsync|}(request);
            logger.LogInformation("{Upload} opened in {Elapsed}", session.AssetId, watch.Elapsed);
        }
        """);

    [Fact]
    public Task Silent_about_an_id_that_is_kept_sent_or_handed_on() => ServiceCode.VerifyAsync("""
        public async Task QueueAsync(CreateAssetUploadRequest request, UploadContent content, Queue<string> queue, TextWriter manifest)
        {
            var first = await client.CreateAssetUploadAsync(request);
            await client.PutAssetUploadAsync(first, content);
            queue.Enqueue($"confirm {first.AssetId}");

            var second = await client.CreateAssetUploadAsync(request);
            await client.PutAssetUploadAsync(second, content);
            await http.PostAsync($"https://api.example/uploads/{second.AssetId}/confirm", null);

            var third = await client.CreateAssetUploadAsync(request);
            await client.PutAssetUploadAsync(third, content);
            await repository.SaveAsync(third.AssetId);

            var fourth = await client.CreateAssetUploadAsync(request);
            await client.PutAssetUploadAsync(fourth, content);
            File.AppendAllText("open.txt", fourth.AssetId.ToString());

            var fifth = await client.CreateAssetUploadAsync(request);
            var text = new StringBuilder().Append(fifth.AssetId).ToString();
            repository.Save(text);

            var sixth = await client.CreateAssetUploadAsync(request);
            var command = string.Join(' ', "confirm", sixth.AssetId);
            Process.Start("uploader", command);
        }
        """);

    [Fact]
    public Task Silent_about_a_URL_that_is_shown_to_a_person() => ServiceCode.VerifyAsync("""
        public async Task ShowAsync(CreateAssetUploadRequest request)
        {
            var session = await client.CreateAssetUploadAsync(request);
            Console.WriteLine({|UPG109:$"curl -T {request.Filename} '{session.UploadUrl}'"|});
            Console.ReadLine();
            await client.CreateAssetUploadConfirmationAsync(session.AssetId);
        }
        """);

    [Fact]
    public Task Silent_about_the_steps_in_order_with_logs_between() => ServiceCode.VerifyAsync("""
        public async Task<FullValidator> StoreAsync(CreateAssetUploadRequest request, UploadContent content, CancellationToken ct)
        {
            var session = await client.CreateAssetUploadAsync(request, cancellationToken: ct);
            logger.LogInformation("opened {Upload} on {Host}", session.AssetId, session.UploadUrl.Host);
            await client.PutAssetUploadAsync(session, content, cancellationToken: ct);
            logger.LogInformation("stored {Upload}", session.AssetId);
            var asset = await client.CreateAssetUploadConfirmationAsync(session.AssetId, cancellationToken: ct);
            logger.LogInformation("confirmed {Upload} as {Asset}", session.AssetId, asset.Id);
            return asset;
        }
        """);
}
