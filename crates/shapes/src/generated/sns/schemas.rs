// Written by `cargo xtask codegen`; changes made here are lost.

#[allow(unused_imports)]
use crate::{Kind, Length, List, Location, Map, Member, Structure, TimestampFormat};

static ActionsList: List = List { length: Length::new(None, None).room(100), item: Member::new("member", Kind::text(Length::new(None, None), None, &[])) };
pub static AddPermissionInput: Structure = Structure { name: "AddPermissionInput", payload: None, xml_namespace: None, members: &[
Member::new("TopicArn", Kind::text(Length::new(None, None), None, &[])).required(),
Member::new("Label", Kind::text(Length::new(None, None), None, &[])).required(),
Member::new("AWSAccountId", Kind::List(&DelegatesList)).required(),
Member::new("ActionName", Kind::List(&ActionsList)).required(),
] };
pub static BatchResultErrorEntry: Structure = Structure { name: "BatchResultErrorEntry", payload: None, xml_namespace: None, members: &[
Member::new("Id", Kind::text(Length::new(None, None), None, &[])).required(),
Member::new("Code", Kind::text(Length::new(None, None), None, &[])).required(),
Member::new("Message", Kind::text(Length::new(None, None), None, &[])),
Member::new("SenderFault", Kind::Boolean).required(),
] };
static BatchResultErrorEntryList: List = List { length: Length::new(None, None).room(100), item: Member::new("member", Kind::Structure(&BatchResultErrorEntry)) };
pub static ConfirmSubscriptionInput: Structure = Structure { name: "ConfirmSubscriptionInput", payload: None, xml_namespace: None, members: &[
Member::new("TopicArn", Kind::text(Length::new(None, None), None, &[])).required(),
Member::new("Token", Kind::text(Length::new(None, None), None, &[])).required(),
Member::new("AuthenticateOnUnsubscribe", Kind::text(Length::new(None, None), None, &[])),
] };
pub static ConfirmSubscriptionResponse: Structure = Structure { name: "ConfirmSubscriptionResponse", payload: None, xml_namespace: None, members: &[
Member::new("SubscriptionArn", Kind::text(Length::new(None, None), None, &[])),
] };
pub static CreateTopicInput: Structure = Structure { name: "CreateTopicInput", payload: None, xml_namespace: None, members: &[
Member::new("Name", Kind::text(Length::new(None, None), None, &[])).required(),
Member::new("Attributes", Kind::Map(&TopicAttributesMap)),
Member::new("Tags", Kind::List(&TagList)),
Member::new("DataProtectionPolicy", Kind::text(Length::new(None, None), None, &[])),
] };
pub static CreateTopicResponse: Structure = Structure { name: "CreateTopicResponse", payload: None, xml_namespace: None, members: &[
Member::new("TopicArn", Kind::text(Length::new(None, None), None, &[])),
] };
static DelegatesList: List = List { length: Length::new(None, None).room(100), item: Member::new("member", Kind::text(Length::new(None, None), None, &[])) };
pub static DeleteTopicInput: Structure = Structure { name: "DeleteTopicInput", payload: None, xml_namespace: None, members: &[
Member::new("TopicArn", Kind::text(Length::new(None, None), None, &[])).required(),
] };
pub static GetSubscriptionAttributesInput: Structure = Structure { name: "GetSubscriptionAttributesInput", payload: None, xml_namespace: None, members: &[
Member::new("SubscriptionArn", Kind::text(Length::new(None, None), None, &[])).required(),
] };
pub static GetSubscriptionAttributesResponse: Structure = Structure { name: "GetSubscriptionAttributesResponse", payload: None, xml_namespace: None, members: &[
Member::new("Attributes", Kind::Map(&SubscriptionAttributesMap)),
] };
pub static GetTopicAttributesInput: Structure = Structure { name: "GetTopicAttributesInput", payload: None, xml_namespace: None, members: &[
Member::new("TopicArn", Kind::text(Length::new(None, None), None, &[])).required(),
] };
pub static GetTopicAttributesResponse: Structure = Structure { name: "GetTopicAttributesResponse", payload: None, xml_namespace: None, members: &[
Member::new("Attributes", Kind::Map(&TopicAttributesMap)),
] };
pub static ListSubscriptionsByTopicInput: Structure = Structure { name: "ListSubscriptionsByTopicInput", payload: None, xml_namespace: None, members: &[
Member::new("TopicArn", Kind::text(Length::new(None, None), None, &[])).required(),
Member::new("NextToken", Kind::text(Length::new(None, None), None, &[])),
] };
pub static ListSubscriptionsByTopicResponse: Structure = Structure { name: "ListSubscriptionsByTopicResponse", payload: None, xml_namespace: None, members: &[
Member::new("Subscriptions", Kind::List(&SubscriptionsList)),
Member::new("NextToken", Kind::text(Length::new(None, None), None, &[])),
] };
pub static ListSubscriptionsInput: Structure = Structure { name: "ListSubscriptionsInput", payload: None, xml_namespace: None, members: &[
Member::new("NextToken", Kind::text(Length::new(None, None), None, &[])),
] };
pub static ListSubscriptionsResponse: Structure = Structure { name: "ListSubscriptionsResponse", payload: None, xml_namespace: None, members: &[
Member::new("Subscriptions", Kind::List(&SubscriptionsList)),
Member::new("NextToken", Kind::text(Length::new(None, None), None, &[])),
] };
pub static ListTagsForResourceRequest: Structure = Structure { name: "ListTagsForResourceRequest", payload: None, xml_namespace: None, members: &[
Member::new("ResourceArn", Kind::text(Length::new(Some(1), Some(1011)), None, &[])).required(),
] };
pub static ListTagsForResourceResponse: Structure = Structure { name: "ListTagsForResourceResponse", payload: None, xml_namespace: None, members: &[
Member::new("Tags", Kind::List(&TagList)),
] };
pub static ListTopicsInput: Structure = Structure { name: "ListTopicsInput", payload: None, xml_namespace: None, members: &[
Member::new("NextToken", Kind::text(Length::new(None, None), None, &[])),
] };
pub static ListTopicsResponse: Structure = Structure { name: "ListTopicsResponse", payload: None, xml_namespace: None, members: &[
Member::new("Topics", Kind::List(&TopicsList)),
Member::new("NextToken", Kind::text(Length::new(None, None), None, &[])),
] };
static MessageAttributeMap: Map = Map { length: Length::new(None, None).room(100), key: Member::new("key", Kind::text(Length::new(None, None), None, &[])).wire("Name"), value: Member::new("value", Kind::Structure(&MessageAttributeValue)).wire("Value") };
pub static MessageAttributeValue: Structure = Structure { name: "MessageAttributeValue", payload: None, xml_namespace: None, members: &[
Member::new("DataType", Kind::text(Length::new(None, None), None, &[])).required(),
Member::new("StringValue", Kind::text(Length::new(None, None), None, &[])),
Member::new("BinaryValue", Kind::Blob(Length::new(None, None))),
] };
pub static PublishBatchInput: Structure = Structure { name: "PublishBatchInput", payload: None, xml_namespace: None, members: &[
Member::new("TopicArn", Kind::text(Length::new(None, None), None, &[])).required(),
Member::new("PublishBatchRequestEntries", Kind::List(&PublishBatchRequestEntryList)).required(),
] };
pub static PublishBatchRequestEntry: Structure = Structure { name: "PublishBatchRequestEntry", payload: None, xml_namespace: None, members: &[
Member::new("Id", Kind::text(Length::new(None, None), None, &[])).required(),
Member::new("Message", Kind::text(Length::new(None, None), None, &[])).required(),
Member::new("Subject", Kind::text(Length::new(None, None), None, &[])),
Member::new("MessageStructure", Kind::text(Length::new(None, None), None, &[])),
Member::new("MessageAttributes", Kind::Map(&MessageAttributeMap)),
Member::new("MessageDeduplicationId", Kind::text(Length::new(None, None), None, &[])),
Member::new("MessageGroupId", Kind::text(Length::new(None, None), None, &[])),
] };
static PublishBatchRequestEntryList: List = List { length: Length::new(None, None).room(100), item: Member::new("member", Kind::Structure(&PublishBatchRequestEntry)) };
pub static PublishBatchResponse: Structure = Structure { name: "PublishBatchResponse", payload: None, xml_namespace: None, members: &[
Member::new("Successful", Kind::List(&PublishBatchResultEntryList)),
Member::new("Failed", Kind::List(&BatchResultErrorEntryList)),
] };
pub static PublishBatchResultEntry: Structure = Structure { name: "PublishBatchResultEntry", payload: None, xml_namespace: None, members: &[
Member::new("Id", Kind::text(Length::new(None, None), None, &[])),
Member::new("MessageId", Kind::text(Length::new(None, None), None, &[])),
Member::new("SequenceNumber", Kind::text(Length::new(None, None), None, &[])),
] };
static PublishBatchResultEntryList: List = List { length: Length::new(None, None).room(100), item: Member::new("member", Kind::Structure(&PublishBatchResultEntry)) };
pub static PublishInput: Structure = Structure { name: "PublishInput", payload: None, xml_namespace: None, members: &[
Member::new("TopicArn", Kind::text(Length::new(None, None), None, &[])),
Member::new("TargetArn", Kind::text(Length::new(None, None), None, &[])),
Member::new("PhoneNumber", Kind::secret(Length::new(None, None), None)),
Member::new("Message", Kind::text(Length::new(None, None), None, &[])).required(),
Member::new("Subject", Kind::text(Length::new(None, None), None, &[])),
Member::new("MessageStructure", Kind::text(Length::new(None, None), None, &[])),
Member::new("MessageAttributes", Kind::Map(&MessageAttributeMap)),
Member::new("MessageDeduplicationId", Kind::text(Length::new(None, None), None, &[])),
Member::new("MessageGroupId", Kind::text(Length::new(None, None), None, &[])),
] };
pub static PublishResponse: Structure = Structure { name: "PublishResponse", payload: None, xml_namespace: None, members: &[
Member::new("MessageId", Kind::text(Length::new(None, None), None, &[])),
Member::new("SequenceNumber", Kind::text(Length::new(None, None), None, &[])),
] };
pub static RemovePermissionInput: Structure = Structure { name: "RemovePermissionInput", payload: None, xml_namespace: None, members: &[
Member::new("TopicArn", Kind::text(Length::new(None, None), None, &[])).required(),
Member::new("Label", Kind::text(Length::new(None, None), None, &[])).required(),
] };
pub static SetSubscriptionAttributesInput: Structure = Structure { name: "SetSubscriptionAttributesInput", payload: None, xml_namespace: None, members: &[
Member::new("SubscriptionArn", Kind::text(Length::new(None, None), None, &[])).required(),
Member::new("AttributeName", Kind::text(Length::new(None, None), None, &[])).required(),
Member::new("AttributeValue", Kind::text(Length::new(None, None), None, &[])),
] };
pub static SetTopicAttributesInput: Structure = Structure { name: "SetTopicAttributesInput", payload: None, xml_namespace: None, members: &[
Member::new("TopicArn", Kind::text(Length::new(None, None), None, &[])).required(),
Member::new("AttributeName", Kind::text(Length::new(None, None), None, &[])).required(),
Member::new("AttributeValue", Kind::text(Length::new(None, None), None, &[])),
] };
pub static SubscribeInput: Structure = Structure { name: "SubscribeInput", payload: None, xml_namespace: None, members: &[
Member::new("TopicArn", Kind::text(Length::new(None, None), None, &[])).required(),
Member::new("Protocol", Kind::text(Length::new(None, None), None, &[])).required(),
Member::new("Endpoint", Kind::text(Length::new(None, None), None, &[])),
Member::new("Attributes", Kind::Map(&SubscriptionAttributesMap)),
Member::new("ReturnSubscriptionArn", Kind::Boolean),
] };
pub static SubscribeResponse: Structure = Structure { name: "SubscribeResponse", payload: None, xml_namespace: None, members: &[
Member::new("SubscriptionArn", Kind::text(Length::new(None, None), None, &[])),
] };
pub static Subscription: Structure = Structure { name: "Subscription", payload: None, xml_namespace: None, members: &[
Member::new("SubscriptionArn", Kind::text(Length::new(None, None), None, &[])),
Member::new("Owner", Kind::text(Length::new(None, None), None, &[])),
Member::new("Protocol", Kind::text(Length::new(None, None), None, &[])),
Member::new("Endpoint", Kind::text(Length::new(None, None), None, &[])),
Member::new("TopicArn", Kind::text(Length::new(None, None), None, &[])),
] };
static SubscriptionAttributesMap: Map = Map { length: Length::new(None, None).room(100), key: Member::new("key", Kind::text(Length::new(None, None), None, &[])), value: Member::new("value", Kind::text(Length::new(None, None), None, &[])) };
static SubscriptionsList: List = List { length: Length::new(None, None).room(100), item: Member::new("member", Kind::Structure(&Subscription)) };
pub static Tag: Structure = Structure { name: "Tag", payload: None, xml_namespace: None, members: &[
Member::new("Key", Kind::text(Length::new(Some(1), Some(128)), None, &[])).required(),
Member::new("Value", Kind::text(Length::new(Some(0), Some(256)), None, &[])).required(),
] };
static TagKeyList: List = List { length: Length::new(None, None).room(100), item: Member::new("member", Kind::text(Length::new(Some(1), Some(128)), None, &[])) };
static TagList: List = List { length: Length::new(None, None).room(100), item: Member::new("member", Kind::Structure(&Tag)) };
pub static TagResourceRequest: Structure = Structure { name: "TagResourceRequest", payload: None, xml_namespace: None, members: &[
Member::new("ResourceArn", Kind::text(Length::new(Some(1), Some(1011)), None, &[])).required(),
Member::new("Tags", Kind::List(&TagList)).required(),
] };
pub static TagResourceResponse: Structure = Structure { name: "TagResourceResponse", payload: None, xml_namespace: None, members: &[
] };
pub static Topic: Structure = Structure { name: "Topic", payload: None, xml_namespace: None, members: &[
Member::new("TopicArn", Kind::text(Length::new(None, None), None, &[])),
] };
static TopicAttributesMap: Map = Map { length: Length::new(None, None).room(100), key: Member::new("key", Kind::text(Length::new(None, None), None, &[])), value: Member::new("value", Kind::text(Length::new(None, None), None, &[])) };
static TopicsList: List = List { length: Length::new(None, None).room(100), item: Member::new("member", Kind::Structure(&Topic)) };
pub static UnsubscribeInput: Structure = Structure { name: "UnsubscribeInput", payload: None, xml_namespace: None, members: &[
Member::new("SubscriptionArn", Kind::text(Length::new(None, None), None, &[])).required(),
] };
pub static UntagResourceRequest: Structure = Structure { name: "UntagResourceRequest", payload: None, xml_namespace: None, members: &[
Member::new("ResourceArn", Kind::text(Length::new(Some(1), Some(1011)), None, &[])).required(),
Member::new("TagKeys", Kind::List(&TagKeyList)).required(),
] };
pub static UntagResourceResponse: Structure = Structure { name: "UntagResourceResponse", payload: None, xml_namespace: None, members: &[
] };
