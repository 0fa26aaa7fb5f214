using UploadGen.Generator.Model;
using UploadGen.Generator.Tests.Harness;

namespace UploadGen.Generator.Tests.Flows;

/// <summary>The table of docs/flows.md: what is recognized in real documents, and what isn't.</summary>
public class CorpusFlowTests
{
    [Theory]
    [InlineData(
        "api.video",
        "File Multipart, LiveStreamsLiveStreamIdThumbnail Multipart, PlayersPlayerIdLogo Multipart, VideosVideoIdCaptionsLanguage Multipart, "
            + "VideosVideoIdChaptersLanguage Multipart, VideosVideoIdSource Multipart, VideosVideoIdThumbnail Multipart, Watermark Multipart")]
    [InlineData("apideck-accounting", "Attachments Raw")]
    [InlineData("apideck-file-storage", "File Parts, Files Raw")]
    [InlineData("asana", "AttachmentObject Multipart")]
    [InlineData("assemblyai", "File Raw")]
    [InlineData("autodesk-oss", "S3 Parts")]
    [InlineData("box", "Files Parts, FilesContent Multipart, FilesId Parts, FilesIdContent Multipart, UsersIdAvatar Multipart")]
    [InlineData("digitalocean", "InferenceBatchFile Presigned")]
    [InlineData("github-api", "ReposReleaseAsset Raw")]
    [InlineData("hubspot-files-v3", "File Multipart, Replace Multipart")]
    [InlineData("hubspot-hubdb-v3", "ImportDraftTable Multipart")]
    [InlineData("intercom-2.16", "")]
    [InlineData("jellyfin-2021-08", "SetItemImage Raw, SetItemImageByIndex Raw, UserImage Raw, UserImageByIndex Raw")]
    [InlineData(
        "mistral",
        "AudioApiV1Transcriptions Multipart, AudioApiV1TranscriptionsStream Multipart, FilesApiRoutesFile Multipart, "
            + "LibrariesDocumentsV1 Multipart")]
    [InlineData(
        "openai",
        "ContainerFileFormData Multipart, CreateFile Multipart, Createcontentprovenancecheck Multipart, File Parts, ImageEditFormData Multipart, "
            + "ImageVariation Multipart, SkillFormData Multipart, SkillVersionFormData Multipart, Transcription Multipart, Translation Multipart, "
            + "VideoCharacter Multipart, VideoEditFormData Multipart, VideoExtendFormData Multipart, VideoFormData Multipart, Voice Multipart, "
            + "VoiceConsent Multipart")]
    [InlineData("qdrant", "RecoverFromUploadedSnapshot Multipart, RecoverShardFromUploadedSnapshot Multipart")]
    [InlineData("resend", "ContactsImport Multipart")]
    [InlineData("stripe-2022-04", "")]
    [InlineData("twilio-conversations-v1", "")]
    [InlineData("webflow-v2", "Asset FormPost, CustomFont FormPost, ReplaceCustomFontFile FormPost")]
    public void What_is_recognized_in_a_real_document_is_what_the_table_says(string document, string flows) => Assert.Equal(flows, Flows(Bind(document)));

    [Theory]
    [InlineData("autodesk-oss", "batch_signed_s3_upload")]
    [InlineData(
        "digitalocean",
        "genai_create_data_source_file_upload_presigned_urls, genai_create_evaluation_dataset_file_upload_presigned_urls, "
            + "genai_create_model_eval_dataset_upload_presigned_urls")]
    [InlineData("openai", "")]
    [InlineData("webflow-v2", "")]
    public void What_cannot_be_bound_is_said(string document, string operations)
        => Assert.Equal(operations, string.Join(", ", Bind(document).NotBound.Select(problem => problem.Arguments[0]).Order(StringComparer.Ordinal)));

    [Theory]
    [InlineData(
        "openai",
        "createUpload",
        "its parts go to 'addUploadPart', 'completeUpload' confirms it with id, 'cancelUpload' gives it up; "
            + "the file itself tells filename, bytes, mime_type. UploadFileAsync does it in one call")]
    [InlineData(
        "box",
        "post_files_upload_sessions",
        "its parts go to 'put_files_upload_sessions_id', 'post_files_upload_sessions_id_commit' confirms it with id, "
            + "'delete_files_upload_sessions_id' gives it up")]
    [InlineData(
        "apideck-file-storage",
        "uploadSessionsAdd",
        "its parts go to 'uploadSessionsUpload', 'uploadSessionsFinish' confirms it with data.id, 'uploadSessionsDelete' gives it up")]
    [InlineData(
        "autodesk-oss",
        "signed_s3_upload",
        "its parts go to the URLs in urls, 'complete_signed_s3_upload' confirms it with uploadKey (it takes the key on the same path); "
            + "the file itself tells parts. UploadS3Async does it in one call")]
    [InlineData(
        "digitalocean",
        "inference_create_batch_file",
        "'inference_create_batch' confirms it with file_id (it takes the key, and what the upload belongs to is made there); the file itself tells file_name")]
    [InlineData(
        "webflow-v2",
        "create-asset",
        "the file is POSTed to uploadUrl behind the fields in uploadDetails (a form's fields come with it), nothing confirms it; "
            + "the file itself tells fileName, fileHash")]
    [InlineData("webflow-v2", "create-custom-font", "the file is POSTed to upload.url behind the fields in upload.fields")]
    public void The_steps_of_a_flow_are_those_of_the_vendors_guide(string document, string operation, string steps)
    {
        var found = Assert.Single(Bind(document).Found, problem => problem.Arguments[0] == operation);
        Assert.Contains(steps, found.Arguments[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "stripe-2022-04",
        "$.paths['/v1/files'].post.requestBody.content['multipart/form-data'].schema.properties.file",
        """{ "format": "binary" }""",
        "Files Multipart")]
    [InlineData("digitalocean", "$.paths['/v1/batches/files'].post", """{ "x-uploadgen": { "confirm": false } }""", "InferenceBatchFile Presigned")]
    [InlineData("assemblyai", "$.paths['/v2/upload'].post", """{ "x-uploadgen": false }""", "")]
    public void An_overlay_says_what_the_document_does_not(string document, string target, string update, string flows)
    {
        var overlay = $$"""
            { "overlay": "1.0.0", "info": { "title": "Hints", "version": "1" },
              "actions": [ { "target": "{{target}}", "update": {{update}} } ] }
            """;

        Assert.Equal(flows, Flows(Bind(document, overlay)));
    }

    private static string Flows(BoundDocument document)
        => string.Join(", ", document.Model.Flows.Select(flow => $"{flow.Name} {Kind(flow)}").Order(StringComparer.Ordinal));

    private static string Kind(FlowModel flow) => flow switch
    {
        PresignedFlowModel => "Presigned",
        FormPostFlowModel => "FormPost",
        SequenceFlowModel => "Sequence",
        PartsFlowModel or OpenFlowModel => "Parts",
        MultipartFlowModel => "Multipart",
        RawFlowModel => "Raw",
        _ => flow.GetType().Name,
    };

    private static BoundDocument Bind(string document, string? overlay = null) => BoundDocument.Bind(Corpus.Read(document), overlay);
}
