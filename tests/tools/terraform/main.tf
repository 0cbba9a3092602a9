# The pipeline from a stream through a function to a bucket, and what tells of the bucket's objects.

terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "5.100.0"
    }
  }
}

provider "aws" {
  region                      = "us-east-1"
  access_key                  = "test"
  secret_key                  = "test"
  s3_use_path_style           = true
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_requesting_account_id  = true
}

variable "code" {
  description = "The function's package."
  type        = string
}

variable "retention" {
  description = "How many hours the stream keeps its records."
  type        = number
  default     = 24
}

variable "memory" {
  description = "The function's memory, in MB."
  type        = number
  default     = 128
}

variable "days" {
  description = "How many days the function's log is kept."
  type        = number
  default     = 7
}

locals {
  tags = { project = "clicks" }
}

resource "aws_kinesis_stream" "clicks" {
  name             = "clicks"
  shard_count      = 1
  retention_period = var.retention
  tags             = local.tags
}

resource "aws_s3_bucket" "results" {
  bucket = "clicks-results"
  tags   = local.tags
}

resource "aws_iam_role" "consumer" {
  name = "clicks-consumer"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "lambda.amazonaws.com" }
    }]
  })
  tags = local.tags
}

resource "aws_iam_policy" "consumer" {
  name = "clicks-consumer"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["s3:PutObject"]
      Resource = "${aws_s3_bucket.results.arn}/*"
    }]
  })
}

resource "aws_iam_role_policy_attachment" "consumer" {
  role       = aws_iam_role.consumer.name
  policy_arn = aws_iam_policy.consumer.arn
}

resource "aws_iam_role_policy_attachment" "execution" {
  role       = aws_iam_role.consumer.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWSLambdaKinesisExecutionRole"
}

resource "aws_cloudwatch_log_group" "consumer" {
  name              = "/aws/lambda/clicks-consumer"
  retention_in_days = var.days
  tags              = local.tags
}

resource "aws_lambda_function" "consumer" {
  function_name    = "clicks-consumer"
  filename         = var.code
  source_code_hash = filebase64sha256(var.code)
  runtime          = "python3.12"
  handler          = "app.handler"
  role             = aws_iam_role.consumer.arn
  memory_size      = var.memory
  timeout          = 10
  tags             = local.tags
  environment {
    variables = { BUCKET = aws_s3_bucket.results.bucket }
  }
  depends_on = [aws_cloudwatch_log_group.consumer, aws_iam_role_policy_attachment.execution]
}

resource "aws_lambda_event_source_mapping" "clicks" {
  event_source_arn  = aws_kinesis_stream.clicks.arn
  function_name     = aws_lambda_function.consumer.arn
  starting_position = "TRIM_HORIZON"
  batch_size        = 10
}

resource "aws_lambda_permission" "bucket" {
  statement_id  = "bucket"
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.consumer.function_name
  principal     = "s3.amazonaws.com"
  source_arn    = aws_s3_bucket.results.arn
}

resource "aws_s3_bucket_notification" "results" {
  bucket = aws_s3_bucket.results.id
  lambda_function {
    lambda_function_arn = aws_lambda_function.consumer.arn
    events              = ["s3:ObjectCreated:*"]
    filter_prefix       = "incoming/"
  }
  depends_on = [aws_lambda_permission.bucket]
}

output "function" {
  value = aws_lambda_function.consumer.arn
}
