namespace UploadGen.Analyzers.Tests.RealCode;

/// <summary>Files that are sent by the method that the session names, in a form, or not at all.</summary>
public sealed class AnsweredMethodTests
{
    [Fact]
    public Task A_file_that_is_sent_by_the_method_and_never_confirmed() => ServiceCode.VerifyAsync("""
        public async Task StoreAsync(string name, byte[] bytes)
        {
            var clip = await desk.OpenClipAsync(name);
            using var message = new HttpRequestMessage(new HttpMethod(clip.Method), clip.Url) { Content = new ByteArrayContent(bytes) };
            foreach (var (header, value) in clip.Fields!) { message.Headers.TryAddWithoutValidation(header, value); }
            using var response = await http.{|UPG103:SendAsync|}(message);
            response.EnsureSuccessStatusCode();
        }
        """);

    [Fact]
    public Task A_confirmation_where_the_method_was_only_read() => ServiceCode.VerifyAsync("""
        public async Task StoreAsync(string name)
        {
            var clip = await desk.OpenClipAsync(name);
            var method = new HttpMethod(clip.Method.ToUpperInvariant());
            logger.LogInformation("{Clip} by {Method}", clip.Key, method);
            if (clip.Method.Equals("POST", StringComparison.OrdinalIgnoreCase)) { logger.LogInformation("a form"); }
            await desk.{|UPG101:FinishClipAsync|}(clip.Key, true);
        }
        """);

    [Fact]
    public Task A_file_that_is_sent_by_one_method_only() => ServiceCode.VerifyAsync("""
        public async Task StoreAsync(string name, byte[] bytes)
        {
            var clip = await desk.OpenClipAsync(name);
            using var body = new ByteArrayContent(bytes);
            if (clip.Method == "PUT" && clip.Fields is not { Count: > 0 })
            {
                await http.PutAsync(clip.Url, body);
            }

            await desk.FinishClipAsync(clip.Key, true);
        }

        public async Task PutAsync(string name, byte[] bytes)
        {
            var clip = await desk.OpenClipAsync(name);
            using var body = new ByteArrayContent(bytes);
            repository.Save(clip.Fields);
            if (clip.Method == "PUT")
            {
                await http.PutAsync(clip.Url, body);
            }

            await desk.{|UPG102:FinishClipAsync|}(clip.Key, true);
        }
        """);

    [Fact]
    public Task Silent_where_each_method_sends_it() => ServiceCode.VerifyAsync("""
        public async Task StoreAsync(string name, byte[] bytes)
        {
            var clip = await desk.OpenClipAsync(name);
            switch (clip.Method)
            {
                case "POST":
                    using (var form = new MultipartFormDataContent())
                    {
                        foreach (var (field, value) in clip.Fields!) { form.Add(new StringContent(value), field); }
                        form.Add(new ByteArrayContent(bytes), "file", name);
                        (await http.PostAsync(clip.Url, form)).EnsureSuccessStatusCode();
                    }

                    break;
                case "PUT":
                    (await http.PutAsync(clip.Url, new ByteArrayContent(bytes))).EnsureSuccessStatusCode();
                    break;
                default:
                    throw new NotSupportedException($"{clip.Key} is sent by {clip.Method}");
            }

            await desk.FinishClipAsync(clip.Key, true);
        }

        public async Task SendAsync(string name, UploadContent content)
        {
            var clip = await desk.OpenClipAsync(name);
            await desk.SendClipAsync(clip, content);
            await desk.FinishClipAsync(clip.Key, true);
        }
        """);

    [Fact]
    public Task Silent_where_there_is_no_URL() => ServiceCode.VerifyAsync("""
        public async Task<string> StoreAsync(string name, UploadContent content)
        {
            var clip = await desk.OpenClipAsync(name);
            if (clip.Url is null)
            {
                logger.LogInformation("{Clip} is there already", clip.Key);
                return clip.Key;
            }

            await desk.SendClipAsync(clip, content);
            await desk.FinishClipAsync(clip.Key, true);
            return clip.Key;
        }

        public async Task StoreMaybeAsync(string name, UploadContent content)
        {
            var clip = await desk.OpenClipAsync(name);
            if (clip is { Url: not null }) { await desk.SendClipAsync(clip, content); }
            await desk.FinishClipAsync(clip.Key, true);
        }
        """);
}
