// Written by `cargo xtask codegen`; changes made here are lost.

#[allow(unused_imports)]
use crate::{Kind, Length, List, Location, Map, Member, Structure, TimestampFormat};

static AWSAccountIdList: List = List { length: Length::new(None, None).room(100), item: Member::new("member", Kind::text(Length::new(None, None), None, &[])) };
static ActionNameList: List = List { length: Length::new(None, None).room(100), item: Member::new("member", Kind::text(Length::new(None, None), None, &[])) };
pub static AddPermissionRequest: Structure = Structure { name: "AddPermissionRequest", payload: None, xml_namespace: None, members: &[
Member::new("QueueUrl", Kind::text(Length::new(None, None), None, &[])).required(),
Member::new("Label", Kind::text(Length::new(None, None), None, &[])).required(),
Member::new("AWSAccountIds", Kind::List(&AWSAccountIdList)).required().flattened(),
Member::new("Actions", Kind::List(&ActionNameList)).required().flattened(),
] };
static AttributeNameList: List = List { length: Length::new(None, None).room(100), item: Member::new("member", Kind::text(Length::new(None, None), None, &["All", "Policy", "VisibilityTimeout", "MaximumMessageSize", "MessageRetentionPeriod", "ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible", "CreatedTimestamp", "LastModifiedTimestamp", "QueueArn", "ApproximateNumberOfMessagesDelayed", "DelaySeconds", "ReceiveMessageWaitTimeSeconds", "RedrivePolicy", "FifoQueue", "ContentBasedDeduplication", "KmsMasterKeyId", "KmsDataKeyReusePeriodSeconds", "DeduplicationScope", "FifoThroughputLimit", "RedriveAllowPolicy", "SqsManagedSseEnabled"])) };
pub static BatchResultErrorEntry: Structure = Structure { name: "BatchResultErrorEntry", payload: None, xml_namespace: None, members: &[
Member::new("Id", Kind::text(Length::new(None, None), None, &[])).required(),
Member::new("SenderFault", Kind::Boolean).required(),
Member::new("Code", Kind::text(Length::new(None, None), None, &[])).required(),
Member::new("Message", Kind::text(Length::new(None, None), None, &[])),
] };
static BatchResultErrorEntryList: List = List { length: Length::new(None, None).room(100), item: Member::new("member", Kind::Structure(&BatchResultErrorEntry)) };
static BinaryList: List = List { length: Length::new(None, None).room(100), item: Member::new("member", Kind::Blob(Length::new(None, None))) };
pub static CancelMessageMoveTaskRequest: Structure = Structure { name: "CancelMessageMoveTaskRequest", payload: None, xml_namespace: None, members: &[
Member::new("TaskHandle", Kind::text(Length::new(None, None), None, &[])).required(),
] };
pub static CancelMessageMoveTaskResult: Structure = Structure { name: "CancelMessageMoveTaskResult", payload: None, xml_namespace: None, members: &[
Member::new("ApproximateNumberOfMessagesMoved", Kind::integer(None, None)),
] };
pub static ChangeMessageVisibilityBatchRequest: Structure = Structure { name: "ChangeMessageVisibilityBatchRequest", payload: None, xml_namespace: None, members: &[
Member::new("QueueUrl", Kind::text(Length::new(None, None), None, &[])).required(),
Member::new("Entries", Kind::List(&ChangeMessageVisibilityBatchRequestEntryList)).required().flattened(),
] };
pub static ChangeMessageVisibilityBatchRequestEntry: Structure = Structure { name: "ChangeMessageVisibilityBatchRequestEntry", payload: None, xml_namespace: None, members: &[
Member::new("Id", Kind::text(Length::new(None, None), None, &[])).required(),
Member::new("ReceiptHandle", Kind::text(Length::new(None, None), None, &[])).required(),
Member::new("VisibilityTimeout", Kind::integer(None, None)),
] };
static ChangeMessageVisibilityBatchRequestEntryList: List = List { length: Length::new(None, None).room(100), item: Member::new("member", Kind::Structure(&ChangeMessageVisibilityBatchRequestEntry)) };
pub static ChangeMessageVisibilityBatchResult: Structure = Structure { name: "ChangeMessageVisibilityBatchResult", payload: None, xml_namespace: None, members: &[
Member::new("Successful", Kind::List(&ChangeMessageVisibilityBatchResultEntryList)).required().flattened(),
Member::new("Failed", Kind::List(&BatchResultErrorEntryList)).required().flattened(),
] };
pub static ChangeMessageVisibilityBatchResultEntry: Structure = Structure { name: "ChangeMessageVisibilityBatchResultEntry", payload: None, xml_namespace: None, members: &[
Member::new("Id", Kind::text(Length::new(None, None), None, &[])).required(),
] };
static ChangeMessageVisibilityBatchResultEntryList: List = List { length: Length::new(None, None).room(100), item: Member::new("member", Kind::Structure(&ChangeMessageVisibilityBatchResultEntry)) };
pub static ChangeMessageVisibilityRequest: Structure = Structure { name: "ChangeMessageVisibilityRequest", payload: None, xml_namespace: None, members: &[
Member::new("QueueUrl", Kind::text(Length::new(None, None), None, &[])).required(),
Member::new("ReceiptHandle", Kind::text(Length::new(None, None), None, &[])).required(),
Member::new("VisibilityTimeout", Kind::integer(None, None)).required(),
] };
pub static CreateQueueRequest: Structure = Structure { name: "CreateQueueRequest", payload: None, xml_namespace: None, members: &[
Member::new("QueueName", Kind::text(Length::new(None, None), None, &[])).required(),
Member::new("Attributes", Kind::Map(&QueueAttributeMap)).flattened(),
Member::new("tags", Kind::Map(&TagMap)).flattened(),
] };
pub static CreateQueueResult: Structure = Structure { name: "CreateQueueResult", payload: None, xml_namespace: None, members: &[
Member::new("QueueUrl", Kind::text(Length::new(None, None), None, &[])),
] };
pub static DeleteMessageBatchRequest: Structure = Structure { name: "DeleteMessageBatchRequest", payload: None, xml_namespace: None, members: &[
Member::new("QueueUrl", Kind::text(Length::new(None, None), None, &[])).required(),
Member::new("Entries", Kind::List(&DeleteMessageBatchRequestEntryList)).required().flattened(),
] };
pub static DeleteMessageBatchRequestEntry: Structure = Structure { name: "DeleteMessageBatchRequestEntry", payload: None, xml_namespace: None, members: &[
Member::new("Id", Kind::text(Length::new(None, None), None, &[])).required(),
Member::new("ReceiptHandle", Kind::text(Length::new(None, None), None, &[])).required(),
] };
static DeleteMessageBatchRequestEntryList: List = List { length: Length::new(None, None).room(100), item: Member::new("member", Kind::Structure(&DeleteMessageBatchRequestEntry)) };
pub static DeleteMessageBatchResult: Structure = Structure { name: "DeleteMessageBatchResult", payload: None, xml_namespace: None, members: &[
Member::new("Successful", Kind::List(&DeleteMessageBatchResultEntryList)).required().flattened(),
Member::new("Failed", Kind::List(&BatchResultErrorEntryList)).required().flattened(),
] };
pub static DeleteMessageBatchResultEntry: Structure = Structure { name: "DeleteMessageBatchResultEntry", payload: None, xml_namespace: None, members: &[
Member::new("Id", Kind::text(Length::new(None, None), None, &[])).required(),
] };
static DeleteMessageBatchResultEntryList: List = List { length: Length::new(None, None).room(100), item: Member::new("member", Kind::Structure(&DeleteMessageBatchResultEntry)) };
pub static DeleteMessageRequest: Structure = Structure { name: "DeleteMessageRequest", payload: None, xml_namespace: None, members: &[
Member::new("QueueUrl", Kind::text(Length::new(None, None), None, &[])).required(),
Member::new("ReceiptHandle", Kind::text(Length::new(None, None), None, &[])).required(),
] };
pub static DeleteQueueRequest: Structure = Structure { name: "DeleteQueueRequest", payload: None, xml_namespace: None, members: &[
Member::new("QueueUrl", Kind::text(Length::new(None, None), None, &[])).required(),
] };
pub static GetQueueAttributesRequest: Structure = Structure { name: "GetQueueAttributesRequest", payload: None, xml_namespace: None, members: &[
Member::new("QueueUrl", Kind::text(Length::new(None, None), None, &[])).required(),
Member::new("AttributeNames", Kind::List(&AttributeNameList)).flattened(),
] };
pub static GetQueueAttributesResult: Structure = Structure { name: "GetQueueAttributesResult", payload: None, xml_namespace: None, members: &[
Member::new("Attributes", Kind::Map(&QueueAttributeMap)).flattened(),
] };
pub static GetQueueUrlRequest: Structure = Structure { name: "GetQueueUrlRequest", payload: None, xml_namespace: None, members: &[
Member::new("QueueName", Kind::text(Length::new(None, None), None, &[])).required(),
Member::new("QueueOwnerAWSAccountId", Kind::text(Length::new(None, None), None, &[])),
] };
pub static GetQueueUrlResult: Structure = Structure { name: "GetQueueUrlResult", payload: None, xml_namespace: None, members: &[
Member::new("QueueUrl", Kind::text(Length::new(None, None), None, &[])),
] };
pub static ListDeadLetterSourceQueuesRequest: Structure = Structure { name: "ListDeadLetterSourceQueuesRequest", payload: None, xml_namespace: None, members: &[
Member::new("QueueUrl", Kind::text(Length::new(None, None), None, &[])).required(),
Member::new("NextToken", Kind::text(Length::new(None, None), None, &[])),
Member::new("MaxResults", Kind::integer(None, None)),
] };
pub static ListDeadLetterSourceQueuesResult: Structure = Structure { name: "ListDeadLetterSourceQueuesResult", payload: None, xml_namespace: None, members: &[
Member::new("queueUrls", Kind::List(&QueueUrlList)).required().flattened(),
Member::new("NextToken", Kind::text(Length::new(None, None), None, &[])),
] };
pub static ListMessageMoveTasksRequest: Structure = Structure { name: "ListMessageMoveTasksRequest", payload: None, xml_namespace: None, members: &[
Member::new("SourceArn", Kind::text(Length::new(None, None), None, &[])).required(),
Member::new("MaxResults", Kind::integer(None, None)),
] };
pub static ListMessageMoveTasksResult: Structure = Structure { name: "ListMessageMoveTasksResult", payload: None, xml_namespace: None, members: &[
Member::new("Results", Kind::List(&ListMessageMoveTasksResultEntryList)).flattened(),
] };
pub static ListMessageMoveTasksResultEntry: Structure = Structure { name: "ListMessageMoveTasksResultEntry", payload: None, xml_namespace: None, members: &[
Member::new("TaskHandle", Kind::text(Length::new(None, None), None, &[])),
Member::new("Status", Kind::text(Length::new(None, None), None, &[])),
Member::new("SourceArn", Kind::text(Length::new(None, None), None, &[])),
Member::new("DestinationArn", Kind::text(Length::new(None, None), None, &[])),
Member::new("MaxNumberOfMessagesPerSecond", Kind::integer(None, None)),
Member::new("ApproximateNumberOfMessagesMoved", Kind::integer(None, None)),
Member::new("ApproximateNumberOfMessagesToMove", Kind::integer(None, None)),
Member::new("FailureReason", Kind::text(Length::new(None, None), None, &[])),
Member::new("StartedTimestamp", Kind::integer(None, None)),
] };
static ListMessageMoveTasksResultEntryList: List = List { length: Length::new(None, None).room(100), item: Member::new("member", Kind::Structure(&ListMessageMoveTasksResultEntry)) };
pub static ListQueueTagsRequest: Structure = Structure { name: "ListQueueTagsRequest", payload: None, xml_namespace: None, members: &[
Member::new("QueueUrl", Kind::text(Length::new(None, None), None, &[])).required(),
] };
pub static ListQueueTagsResult: Structure = Structure { name: "ListQueueTagsResult", payload: None, xml_namespace: None, members: &[
Member::new("Tags", Kind::Map(&TagMap)).flattened(),
] };
pub static ListQueuesRequest: Structure = Structure { name: "ListQueuesRequest", payload: None, xml_namespace: None, members: &[
Member::new("QueueNamePrefix", Kind::text(Length::new(None, None), None, &[])),
Member::new("NextToken", Kind::text(Length::new(None, None), None, &[])),
Member::new("MaxResults", Kind::integer(None, None)),
] };
pub static ListQueuesResult: Structure = Structure { name: "ListQueuesResult", payload: None, xml_namespace: None, members: &[
Member::new("QueueUrls", Kind::List(&QueueUrlList)).flattened(),
Member::new("NextToken", Kind::text(Length::new(None, None), None, &[])),
] };
pub static Message: Structure = Structure { name: "Message", payload: None, xml_namespace: None, members: &[
Member::new("MessageId", Kind::text(Length::new(None, None), None, &[])),
Member::new("ReceiptHandle", Kind::text(Length::new(None, None), None, &[])),
Member::new("MD5OfBody", Kind::text(Length::new(None, None), None, &[])),
Member::new("Body", Kind::text(Length::new(None, None), None, &[])),
Member::new("Attributes", Kind::Map(&MessageSystemAttributeMap)).flattened(),
Member::new("MD5OfMessageAttributes", Kind::text(Length::new(None, None), None, &[])),
Member::new("MessageAttributes", Kind::Map(&MessageBodyAttributeMap)).flattened(),
] };
static MessageAttributeNameList: List = List { length: Length::new(None, None).room(100), item: Member::new("member", Kind::text(Length::new(None, None), None, &[])) };
pub static MessageAttributeValue: Structure = Structure { name: "MessageAttributeValue", payload: None, xml_namespace: None, members: &[
Member::new("StringValue", Kind::text(Length::new(None, None), None, &[])),
Member::new("BinaryValue", Kind::Blob(Length::new(None, None))),
Member::new("StringListValues", Kind::List(&StringList)).flattened(),
Member::new("BinaryListValues", Kind::List(&BinaryList)).flattened(),
Member::new("DataType", Kind::text(Length::new(None, None), None, &[])).required(),
] };
static MessageBodyAttributeMap: Map = Map { length: Length::new(None, None).room(100), key: Member::new("key", Kind::text(Length::new(None, None), None, &[])), value: Member::new("value", Kind::Structure(&MessageAttributeValue)) };
static MessageBodySystemAttributeMap: Map = Map { length: Length::new(None, None).room(100), key: Member::new("key", Kind::text(Length::new(None, None), None, &["AWSTraceHeader"])), value: Member::new("value", Kind::Structure(&MessageSystemAttributeValue)) };
static MessageList: List = List { length: Length::new(None, None).room(100), item: Member::new("member", Kind::Structure(&Message)) };
static MessageSystemAttributeList: List = List { length: Length::new(None, None).room(100), item: Member::new("member", Kind::text(Length::new(None, None), None, &["All", "SenderId", "SentTimestamp", "ApproximateReceiveCount", "ApproximateFirstReceiveTimestamp", "SequenceNumber", "MessageDeduplicationId", "MessageGroupId", "AWSTraceHeader", "DeadLetterQueueSourceArn"])) };
static MessageSystemAttributeMap: Map = Map { length: Length::new(None, None).room(100), key: Member::new("key", Kind::text(Length::new(None, None), None, &["All", "SenderId", "SentTimestamp", "ApproximateReceiveCount", "ApproximateFirstReceiveTimestamp", "SequenceNumber", "MessageDeduplicationId", "MessageGroupId", "AWSTraceHeader", "DeadLetterQueueSourceArn"])), value: Member::new("value", Kind::text(Length::new(None, None), None, &[])) };
pub static MessageSystemAttributeValue: Structure = Structure { name: "MessageSystemAttributeValue", payload: None, xml_namespace: None, members: &[
Member::new("StringValue", Kind::text(Length::new(None, None), None, &[])),
Member::new("BinaryValue", Kind::Blob(Length::new(None, None))),
Member::new("StringListValues", Kind::List(&StringList)).flattened(),
Member::new("BinaryListValues", Kind::List(&BinaryList)).flattened(),
Member::new("DataType", Kind::text(Length::new(None, None), None, &[])).required(),
] };
pub static PurgeQueueRequest: Structure = Structure { name: "PurgeQueueRequest", payload: None, xml_namespace: None, members: &[
Member::new("QueueUrl", Kind::text(Length::new(None, None), None, &[])).required(),
] };
static QueueAttributeMap: Map = Map { length: Length::new(None, None).room(100), key: Member::new("key", Kind::text(Length::new(None, None), None, &["All", "Policy", "VisibilityTimeout", "MaximumMessageSize", "MessageRetentionPeriod", "ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible", "CreatedTimestamp", "LastModifiedTimestamp", "QueueArn", "ApproximateNumberOfMessagesDelayed", "DelaySeconds", "ReceiveMessageWaitTimeSeconds", "RedrivePolicy", "FifoQueue", "ContentBasedDeduplication", "KmsMasterKeyId", "KmsDataKeyReusePeriodSeconds", "DeduplicationScope", "FifoThroughputLimit", "RedriveAllowPolicy", "SqsManagedSseEnabled"])), value: Member::new("value", Kind::text(Length::new(None, None), None, &[])) };
static QueueUrlList: List = List { length: Length::new(None, None).room(100), item: Member::new("member", Kind::text(Length::new(None, None), None, &[])) };
pub static ReceiveMessageRequest: Structure = Structure { name: "ReceiveMessageRequest", payload: None, xml_namespace: None, members: &[
Member::new("QueueUrl", Kind::text(Length::new(None, None), None, &[])).required(),
Member::new("AttributeNames", Kind::List(&AttributeNameList)).flattened(),
Member::new("MessageSystemAttributeNames", Kind::List(&MessageSystemAttributeList)).flattened(),
Member::new("MessageAttributeNames", Kind::List(&MessageAttributeNameList)).flattened(),
Member::new("MaxNumberOfMessages", Kind::integer(None, None)),
Member::new("VisibilityTimeout", Kind::integer(None, None)),
Member::new("WaitTimeSeconds", Kind::integer(None, None)),
Member::new("ReceiveRequestAttemptId", Kind::text(Length::new(None, None), None, &[])),
] };
pub static ReceiveMessageResult: Structure = Structure { name: "ReceiveMessageResult", payload: None, xml_namespace: None, members: &[
Member::new("Messages", Kind::List(&MessageList)).flattened(),
] };
pub static RemovePermissionRequest: Structure = Structure { name: "RemovePermissionRequest", payload: None, xml_namespace: None, members: &[
Member::new("QueueUrl", Kind::text(Length::new(None, None), None, &[])).required(),
Member::new("Label", Kind::text(Length::new(None, None), None, &[])).required(),
] };
pub static SendMessageBatchRequest: Structure = Structure { name: "SendMessageBatchRequest", payload: None, xml_namespace: None, members: &[
Member::new("QueueUrl", Kind::text(Length::new(None, None), None, &[])).required(),
Member::new("Entries", Kind::List(&SendMessageBatchRequestEntryList)).required().flattened(),
] };
pub static SendMessageBatchRequestEntry: Structure = Structure { name: "SendMessageBatchRequestEntry", payload: None, xml_namespace: None, members: &[
Member::new("Id", Kind::text(Length::new(None, None), None, &[])).required(),
Member::new("MessageBody", Kind::text(Length::new(None, None), None, &[])).required(),
Member::new("DelaySeconds", Kind::integer(None, None)),
Member::new("MessageAttributes", Kind::Map(&MessageBodyAttributeMap)).flattened(),
Member::new("MessageSystemAttributes", Kind::Map(&MessageBodySystemAttributeMap)).flattened(),
Member::new("MessageDeduplicationId", Kind::text(Length::new(None, None), None, &[])),
Member::new("MessageGroupId", Kind::text(Length::new(None, None), None, &[])),
] };
static SendMessageBatchRequestEntryList: List = List { length: Length::new(None, None).room(100), item: Member::new("member", Kind::Structure(&SendMessageBatchRequestEntry)) };
pub static SendMessageBatchResult: Structure = Structure { name: "SendMessageBatchResult", payload: None, xml_namespace: None, members: &[
Member::new("Successful", Kind::List(&SendMessageBatchResultEntryList)).required().flattened(),
Member::new("Failed", Kind::List(&BatchResultErrorEntryList)).required().flattened(),
] };
pub static SendMessageBatchResultEntry: Structure = Structure { name: "SendMessageBatchResultEntry", payload: None, xml_namespace: None, members: &[
Member::new("Id", Kind::text(Length::new(None, None), None, &[])).required(),
Member::new("MessageId", Kind::text(Length::new(None, None), None, &[])).required(),
Member::new("MD5OfMessageBody", Kind::text(Length::new(None, None), None, &[])).required(),
Member::new("MD5OfMessageAttributes", Kind::text(Length::new(None, None), None, &[])),
Member::new("MD5OfMessageSystemAttributes", Kind::text(Length::new(None, None), None, &[])),
Member::new("SequenceNumber", Kind::text(Length::new(None, None), None, &[])),
] };
static SendMessageBatchResultEntryList: List = List { length: Length::new(None, None).room(100), item: Member::new("member", Kind::Structure(&SendMessageBatchResultEntry)) };
pub static SendMessageRequest: Structure = Structure { name: "SendMessageRequest", payload: None, xml_namespace: None, members: &[
Member::new("QueueUrl", Kind::text(Length::new(None, None), None, &[])).required(),
Member::new("MessageBody", Kind::text(Length::new(None, None), None, &[])).required(),
Member::new("DelaySeconds", Kind::integer(None, None)),
Member::new("MessageAttributes", Kind::Map(&MessageBodyAttributeMap)).flattened(),
Member::new("MessageSystemAttributes", Kind::Map(&MessageBodySystemAttributeMap)).flattened(),
Member::new("MessageDeduplicationId", Kind::text(Length::new(None, None), None, &[])),
Member::new("MessageGroupId", Kind::text(Length::new(None, None), None, &[])),
] };
pub static SendMessageResult: Structure = Structure { name: "SendMessageResult", payload: None, xml_namespace: None, members: &[
Member::new("MD5OfMessageBody", Kind::text(Length::new(None, None), None, &[])),
Member::new("MD5OfMessageAttributes", Kind::text(Length::new(None, None), None, &[])),
Member::new("MD5OfMessageSystemAttributes", Kind::text(Length::new(None, None), None, &[])),
Member::new("MessageId", Kind::text(Length::new(None, None), None, &[])),
Member::new("SequenceNumber", Kind::text(Length::new(None, None), None, &[])),
] };
pub static SetQueueAttributesRequest: Structure = Structure { name: "SetQueueAttributesRequest", payload: None, xml_namespace: None, members: &[
Member::new("QueueUrl", Kind::text(Length::new(None, None), None, &[])).required(),
Member::new("Attributes", Kind::Map(&QueueAttributeMap)).required().flattened(),
] };
pub static StartMessageMoveTaskRequest: Structure = Structure { name: "StartMessageMoveTaskRequest", payload: None, xml_namespace: None, members: &[
Member::new("SourceArn", Kind::text(Length::new(None, None), None, &[])).required(),
Member::new("DestinationArn", Kind::text(Length::new(None, None), None, &[])),
Member::new("MaxNumberOfMessagesPerSecond", Kind::integer(None, None)),
] };
pub static StartMessageMoveTaskResult: Structure = Structure { name: "StartMessageMoveTaskResult", payload: None, xml_namespace: None, members: &[
Member::new("TaskHandle", Kind::text(Length::new(None, None), None, &[])),
] };
static StringList: List = List { length: Length::new(None, None).room(100), item: Member::new("member", Kind::text(Length::new(None, None), None, &[])) };
static TagKeyList: List = List { length: Length::new(None, None).room(100), item: Member::new("member", Kind::text(Length::new(None, None), None, &[])) };
static TagMap: Map = Map { length: Length::new(None, None).room(100), key: Member::new("key", Kind::text(Length::new(None, None), None, &[])), value: Member::new("value", Kind::text(Length::new(None, None), None, &[])) };
pub static TagQueueRequest: Structure = Structure { name: "TagQueueRequest", payload: None, xml_namespace: None, members: &[
Member::new("QueueUrl", Kind::text(Length::new(None, None), None, &[])).required(),
Member::new("Tags", Kind::Map(&TagMap)).required().flattened(),
] };
pub static UntagQueueRequest: Structure = Structure { name: "UntagQueueRequest", payload: None, xml_namespace: None, members: &[
Member::new("QueueUrl", Kind::text(Length::new(None, None), None, &[])).required(),
Member::new("TagKeys", Kind::List(&TagKeyList)).required().flattened(),
] };
