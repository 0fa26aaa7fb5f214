namespace UploadGen.Analyzers.Tests.Flow;

/// <summary>UPG101 over hand-written clients with annotations: sessions of other forms than the generator's.</summary>
public sealed class HandWrittenSessionTests
{
    [Theory]
    [InlineData("if (client.TryCreate(out var session)) { client.[|Confirm|](session.Data.Id); }")]
    [InlineData("if (client.TryCreate(out var session)) { client.Put(session); client.Confirm(session.Data.Id); }")]
    [InlineData("Session session; if (!client.TryCreate(out session)) { return; } client.[|Confirm|](session.Data.Id);")]
    [InlineData("Session session; if (!client.TryCreate(out session)) { return; } client.Put(session); client.Confirm(session.Data.Id);")]
    [InlineData("client.TryCreate(out kept); client.Confirm(kept.Data.Id);")]
    public Task An_out_parameter(string body) => VerifyAsync(body);

    [Theory]
    [InlineData("var session = client.Create(); client.[|Confirm|](session.Data.Id);")]
    [InlineData("var session = client.Create(); client.Put(session); client.Confirm(session.Data.Id);")]
    [InlineData("var data = client.Create().Data; client.[|Confirm|](data.Id);")]
    [InlineData("var data = client.Create().Data; client.PutTo(data.Url); client.Confirm(data.Id);")]
    [InlineData("if (client.Create() is { Data: { Id: var id } }) { client.[|Confirm|](id); }")]
    [InlineData("var data = client.Create().Data; Keep(data); client.Confirm(data.Id);")]
    [InlineData("var data = client.Create().Data; client.Confirm(data.Replaced.Id);")]
    public Task An_id_behind_an_object(string body) => VerifyAsync(body);

    [Theory]
    [InlineData("var session = client.Create(); client.[|Complete|](new Completion { UploadId = session.Data.Id });")]
    [InlineData("var session = client.Create(); client.Put(session); client.Complete(new Completion { UploadId = session.Data.Id });")]
    public Task An_id_in_a_request(string body) => VerifyAsync(body);

    private static Task VerifyAsync(string body) => AnalyzerTest.VerifyAsync($$"""
        #nullable enable
        using System;
        using UploadGen.Annotations;

        record Data
        {
            [UploadSessionId] public required Guid Id { get; init; }
            [PresignedUrl] public required Uri Url { get; init; }
            public Data Replaced => this;
        }

        record Session { public required Data Data { get; init; } }

        record Completion { public Guid UploadId { get; init; } }

        class Client
        {
            [CreatesUpload("Asset")] public Session Create() => throw new NotSupportedException();
            [CreatesUpload("Asset")] public bool TryCreate([UploadSession] out Session session) => throw new NotSupportedException();
            [PutsUpload("Asset")] public void Put([UploadSession] Session session) { }
            [PutsUpload("Asset")] public void PutTo([PresignedUrl] Uri url) { }
            [ConfirmsUpload("Asset")] public void Confirm([UploadSessionId] Guid id) { }
            [ConfirmsUpload("Asset")] public void Complete(Completion completion) { }
        }

        class Uploader
        {
            private Session kept = null!;

            static void Keep(object value) { }

            void Run(Client client)
            {
                {{body}}
                Keep(kept);
            }
        }
        """);
}
